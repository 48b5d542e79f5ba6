/** Tenants' slides, logos and style sheets, for browsers and nodes. */
package dev.b3lb.web.asset;
