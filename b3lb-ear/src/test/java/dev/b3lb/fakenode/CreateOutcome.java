package dev.b3lb.fakenode;

/** What became of a create. */
sealed interface CreateOutcome {

    /** The meeting is new. */
    record Created(FakeMeeting meeting) implements CreateOutcome {}

    /** The meeting was there, with the same passwords. */
    record Duplicate(FakeMeeting meeting) implements CreateOutcome {}

    /** The meeting was there, with other passwords. */
    record NotUnique() implements CreateOutcome {}

    /** Another meeting has the voice bridge. */
    record VoiceBridgeTaken() implements CreateOutcome {}
}
