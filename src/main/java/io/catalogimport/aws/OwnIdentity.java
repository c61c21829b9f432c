package io.catalogimport.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The account, and the user or role, that the caller's own credentials belong to. AWS is asked once for each partition, because credentials
 * are valid in one partition only. An answer is kept. If there was none, AWS is asked again after a minute.
 * Thread-safe.
 */
final class OwnIdentity {
    /** How long a partition that did not answer is not asked again, because each time may cost a timeout. */
    private static final Duration SILENT_FOR = Duration.ofMinutes(1);

    private final Function<String, StsClient> stsByPartition;
    private final List<String> callersPartitions;
    private final Clock clock;
    private final Map<String, GetCallerIdentityResponse> callers = new HashMap<>();
    private final Map<String, Silence> silences = new HashMap<>();

    /** A partition in which STS did not answer. */
    private record Silence(AwsBusyException trouble, Instant until) {}

    OwnIdentity(Function<String, StsClient> stsByPartition, List<String> callersPartitions, Clock clock) {
        this.stsByPartition = stsByPartition;
        this.callersPartitions = callersPartitions;
        this.clock = clock;
    }

    /**
     * The account that the credentials belong to in a partition; empty if AWS does not say.
     *
     * @throws AwsBusyException if AWS gives no answer
     * @throws AwsCredentialsException if AWS accepts the credentials nowhere
     */
    Optional<String> account(String partition) {
        return caller(partition).map(GetCallerIdentityResponse::account);
    }

    /** The ARN of the user, or of the session of a role, in a partition. The rest is as for the account. */
    Optional<String> arn(String partition) {
        return caller(partition).map(GetCallerIdentityResponse::arn);
    }

    /** The ARN in a partition, if AWS has said it already. No call is made for it. */
    synchronized Optional<String> knownArn(String partition) {
        return Optional.ofNullable(callers.get(partition)).map(GetCallerIdentityResponse::arn);
    }

    private synchronized Optional<GetCallerIdentityResponse> caller(String partition) {
        GetCallerIdentityResponse known = callers.get(partition);
        if (known != null) {
            return Optional.of(known);
        }
        Silence silence = silences.get(partition);
        if (silence != null && clock.instant().isBefore(silence.until())) {
            throw silence.trouble();
        }
        try {
            GetCallerIdentityResponse caller = ask(partition);
            callers.put(partition, caller);
            return Optional.of(caller);
        } catch (AwsBusyException e) {
            if (e.is(FailureKind.REGION_UNREACHABLE)) {
                silences.put(partition, new Silence(e, clock.instant().plus(SILENT_FOR)));
            }
            throw e;
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        } catch (AwsCredentialsException e) {
            if (callersPartitions.equals(List.of(partition)) || !AwsErrors.isUnknownKey(e) || !areCredentialsGood()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether AWS accepts the credentials now. If that cannot be found out, the answer is no. */
    boolean areCredentialsGood() {
        return areCredentialsGood(false);
    }

    /**
     * Whether AWS accepts the credentials now, in one of the caller's partitions.
     *
     * @param unlessKnown the answer if that cannot be found out
     */
    boolean areCredentialsGood(boolean unlessKnown) {
        boolean isKnown = true;
        for (String partition : callersPartitions) {
            try {
                ask(partition);
                return true;
            } catch (AwsCredentialsException e) {
                if (!AwsErrors.isUnknownKey(e)) {
                    return false;
                }
            } catch (AwsException e) {
                isKnown = false;
            }
        }
        return !isKnown && unlessKnown;
    }

    private GetCallerIdentityResponse ask(String partition) {
        return AwsErrors.classified("GetCallerIdentity", "partition " + partition, () -> stsByPartition
                .apply(partition)
                .getCallerIdentity());
    }
}
