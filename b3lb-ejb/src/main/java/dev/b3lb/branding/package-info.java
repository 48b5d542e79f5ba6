/** What makes a tenant's meetings look like the tenant's: slide, logo and style sheet. */
package dev.b3lb.branding;
