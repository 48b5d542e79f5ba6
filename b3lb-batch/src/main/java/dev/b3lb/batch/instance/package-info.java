/** Tells which jobs run on this server. */
package dev.b3lb.batch.instance;
