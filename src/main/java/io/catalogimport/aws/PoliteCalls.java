package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Makes calls that can wait: at a limited rate, and again while AWS is only busy. If a lane has not answered for as
 * long as the patience lasts, it is not asked again in this run. So its rows cost the other lanes no more time.
 * Thread-safe.
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
     * @throws AwsBusyException if the patience with this call, or with an earlier call of the lane, has run out
     * @throws StopRequestedException if the run was stopped before that
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

    /** The same for a call that goes to another place, such as S3, and says nothing about the lane. */
    public <T> T callAside(Lane lane, Supplier<T> call) {
        return retry.call(() -> rate.call(lane, call));
    }
}
