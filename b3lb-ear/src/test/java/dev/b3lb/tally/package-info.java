/** What PostgreSQL makes of what is counted. */
package dev.b3lb.tally;
