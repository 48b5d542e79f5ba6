/**
 * A stand-in for a BigBlueButton node that answers as a real one does and misbehaves on command.
 *
 * <p>Tests, the demo and benchmarks start it with {@link dev.b3lb.fakenode.FakeBbbNode#builder()}. It shares no code
 * with the product, so that its checksum and its answers are an independent reference.
 */
package dev.b3lb.fakenode;
