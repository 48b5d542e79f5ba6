package dev.b3lb.meeting;

/** Fired when this server has opened or closed a meeting, so that others can be told. */
public record MeetingsChanged() {}
