/**
 * The configuration as requests see it: an immutable snapshot in memory of tenants, secrets, clusters, groups,
 * nodes and users, replaced as a whole when its number in the database moves.
 */
package dev.b3lb.configuration;
