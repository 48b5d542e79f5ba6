/** Small programs that the start script runs before the server: they read settings and wait for the database. */
package dev.b3lb.start;
