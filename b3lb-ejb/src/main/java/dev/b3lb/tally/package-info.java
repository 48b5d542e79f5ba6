/** What is counted for each secret, as sums in the database that only grow and that all servers add to. */
package dev.b3lb.tally;
