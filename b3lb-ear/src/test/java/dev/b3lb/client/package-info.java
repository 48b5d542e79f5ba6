/**
 * b3lb as client libraries see it that were written by others and know nothing of it. These tests need tools beyond
 * Maven, so they run in profile {@code full} only.
 */
package dev.b3lb.client;
