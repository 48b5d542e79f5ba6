/** The server's own figures, its Java virtual machine's and its pools', by MicroProfile Metrics. */
package dev.b3lb.web.metrics.server;
