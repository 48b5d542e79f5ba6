/** Clients that keep connections busy without using them. */
package dev.b3lb.web.connection;
