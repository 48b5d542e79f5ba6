/** Gives each request that comes in an id, for the log, for nodes and for the client. */
package dev.b3lb.web.trace;
