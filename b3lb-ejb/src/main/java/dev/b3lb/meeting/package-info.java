/** Meetings: where each one is, how it gets there, and what is told about it. */
package dev.b3lb.meeting;
