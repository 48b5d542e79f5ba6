/** Whether this server runs, what it does again and again, and what keeps it running while something is away. */
package dev.b3lb.server;
