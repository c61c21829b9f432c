package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Calls that can wait: made at a polite rate, and repeated while AWS is only busy. A lane that has not answered for as long
 * as patience lasts is not asked again in this run, so that its rows cost the others no more time. For use by several threads.
 */
public final class PoliteCalls {
    private final PoliteRate rate;
    private final TransientRetry retry;
    private final Map<Lane, AwsBusyException> unreachable = new ConcurrentHashMap<>();

    public PoliteCalls(PoliteRate rate, TransientRetry retry) {
        this.rate = rate;
        this.retry = retry;
    }

    /**
     * Makes the call until it is answered.
     *
     * @throws AwsBusyException when patience with the call, or with an earlier one of the lane, is at its end
     * @throws StopRequestedException when the run was stopped before that
     */
    public <T> T call(Lane lane, Supplier<T> call) {
        AwsBusyException known = unreachable.get(lane);
        if (known != null) {
            throw known;
        }
        try {
            return callAside(lane, call);
        } catch (AwsBusyException e) {
            if (e.reason() != Reason.OPERATION_IN_PROGRESS) {
                unreachable.putIfAbsent(lane, e);
            }
            throw e;
        }
    }

    /** The same for a call that goes elsewhere, to S3 for instance, and says nothing about the lane. */
    public <T> T callAside(Lane lane, Supplier<T> call) {
        return retry.call(() -> rate.call(lane, call));
    }
}
