/**
 * Everything that a test or the demo needs around the balancer, as real processes on this machine: PostgreSQL, Redis,
 * the provisioned server, fake nodes, and clients for both of the server's doors. Each part starts within a time limit
 * or fails with one sentence, and is gone when it is closed or when this JVM ends in whatever way.
 */
package dev.b3lb.testbed;
