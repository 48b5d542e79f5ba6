/** Whether this server runs, and what keeps it running while something it needs is away. */
package dev.b3lb.server;
