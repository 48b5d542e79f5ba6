/** Metrics and statistics: who may read whose, and in which form. */
package dev.b3lb.web.metrics;
