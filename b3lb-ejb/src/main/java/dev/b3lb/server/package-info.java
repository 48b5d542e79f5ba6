/** This server as a whole: how it starts, whether it runs, and the parts that the container hands out. */
package dev.b3lb.server;
