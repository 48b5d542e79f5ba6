package dev.b3lb.fakenode;

/** Answers one call of the API, or one page. */
@FunctionalInterface
interface CallHandler {

    Answer answer(ReceivedRequest request);
}
