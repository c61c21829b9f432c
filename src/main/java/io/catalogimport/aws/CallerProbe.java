package io.catalogimport.aws;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Asks AWS whose credentials these are, and what time it is there. */
public final class CallerProbe {
    private final LaneClients clients;

    public CallerProbe(LaneClients clients) {
        this.clients = clients;
    }

    /**
     * The caller.
     *
     * @param answeredAt AWS's time, to the second; empty if the answer does not have it
     */
    public record Caller(String account, String arn, Optional<Instant> answeredAt) {}

    /**
     * Asks in each partition that may know the credentials, until one does.
     *
     * @throws AwsException if none does
     */
    public Caller ask() {
        @Nullable AwsCredentialsException refusal = null;
        List<String> partitions = clients.callersPartitions();
        for (String partition : partitions) {
            try {
                return AwsErrors.classified(
                        "GetCallerIdentity",
                        "partition " + partition,
                        () -> caller(clients.sts(partition).getCallerIdentity()));
            } catch (AwsCredentialsException e) {
                if (!AwsErrors.isUnknownKey(e)) {
                    throw e;
                }
                refusal = refusal == null ? e : refusal;
            }
        }
        throw refusal == null ? new IllegalStateException("There is no partition") : refusal;
    }

    private static Caller caller(GetCallerIdentityResponse response) {
        return new Caller(
                response.account(),
                response.arn(),
                response.sdkHttpResponse().firstMatchingHeader("Date").flatMap(CallerProbe::time));
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
