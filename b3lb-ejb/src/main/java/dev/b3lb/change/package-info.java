/**
 * How servers learn of each other's changes: by reading what changed from the database each second, and sooner by a
 * message in Redis.
 */
package dev.b3lb.change;
