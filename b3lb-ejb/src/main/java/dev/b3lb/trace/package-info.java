/**
 * Which request a thread works for: an id that stands in the log, goes to nodes and comes back to the client, so that
 * what one request led to can be found everywhere.
 */
package dev.b3lb.trace;
