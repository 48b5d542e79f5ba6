package dev.b3lb.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;

/** Deletes what is old, a portion in each transaction, until nothing is left or the job is stopped. */
abstract class ForgetInPortions extends AbstractBatchlet {

    private static final int PORTION = 5_000;

    private volatile boolean stopped;

    /**
     * Deletes one portion.
     *
     * @param most how many at the most
     * @return how many; fewer than {@code most} when none is left
     */
    abstract int forget(int most);

    /** The exit status tells how many were deleted. */
    @Override
    public String process() {
        long deleted = 0;
        int last = PORTION;
        while (last == PORTION && !stopped) {
            last = forget(PORTION);
            deleted += last;
        }
        return deleted + " deleted";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
