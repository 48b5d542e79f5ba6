/** Tenants, their secrets, and the accounts that calls are made for. */
package dev.b3lb.tenant;
