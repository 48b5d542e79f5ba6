/** What the server's pool of connections to PostgreSQL has to know. */
package dev.b3lb.pool;
