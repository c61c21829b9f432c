package io.catalogimport.aws;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/**
 * Reads the SDK's own measurements of a call. An interceptor would not do: it is not told what kind of error the SDK saw in
 * an attempt, and would have to classify it again.
 */
final class CallPublisher implements MetricPublisher {
    /** What the SDK calls the error of an attempt that AWS throttled. */
    private static final String THROTTLING = "Throttling";

    private final AwsCallListener listener;

    CallPublisher(AwsCallListener listener) {
        this.listener = listener;
    }

    @Override
    public void publish(MetricCollection call) {
        listener.ended(new AwsCall(
                one(call, CoreMetric.SERVICE_ID, ""),
                one(call, CoreMetric.OPERATION_NAME, ""),
                one(call, CoreMetric.API_CALL_SUCCESSFUL, false),
                one(call, CoreMetric.RETRY_COUNT, 0),
                Math.toIntExact(call.children().stream()
                        .filter(attempt ->
                                one(attempt, CoreMetric.ERROR_TYPE, "").equals(THROTTLING))
                        .count()),
                one(call, CoreMetric.API_CALL_DURATION, Duration.ZERO)));
    }

    /** A call that ended early lacks some. */
    private static <T> T one(MetricCollection of, SdkMetric<T> metric, T otherwise) {
        @Nullable T value = of.metricValues(metric).stream().findFirst().orElse(null);
        return Objects.requireNonNullElse(value, otherwise);
    }

    @Override
    public void close() {}
}
