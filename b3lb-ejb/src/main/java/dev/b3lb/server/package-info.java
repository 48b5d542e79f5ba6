/** Whether this server runs. */
package dev.b3lb.server;
