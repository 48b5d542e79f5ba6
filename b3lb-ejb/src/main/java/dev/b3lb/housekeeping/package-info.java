/** What the daily job works on, and when it runs. */
package dev.b3lb.housekeeping;
