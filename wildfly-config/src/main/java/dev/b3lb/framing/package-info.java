/** Where a request ends: what a proxy and we could read differently comes no further than this. */
package dev.b3lb.framing;
