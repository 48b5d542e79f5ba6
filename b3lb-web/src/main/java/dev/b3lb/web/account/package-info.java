/** Which tenant, and which of its secrets, a request is for. */
package dev.b3lb.web.account;
