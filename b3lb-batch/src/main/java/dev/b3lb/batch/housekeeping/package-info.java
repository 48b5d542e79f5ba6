/** The daily job that keeps what grows within its bounds. */
package dev.b3lb.batch.housekeeping;
