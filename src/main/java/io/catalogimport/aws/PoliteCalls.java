package io.catalogimport.aws;

import java.util.function.Supplier;

/** Calls that can wait: made at a polite rate, and repeated for as long as AWS is only busy, each time in turn. */
public final class PoliteCalls {
    private final PoliteRate rate;
    private final TransientRetry retry;

    public PoliteCalls(PoliteRate rate, TransientRetry retry) {
        this.rate = rate;
        this.retry = retry;
    }

    /**
     * Makes the call until it is answered.
     *
     * @throws AwsBusyException when patience with it is at its end
     * @throws StopRequestedException when the run was stopped before that
     */
    public <T> T call(Lane lane, Supplier<T> call) {
        return retry.call(() -> rate.call(lane, call));
    }
}
