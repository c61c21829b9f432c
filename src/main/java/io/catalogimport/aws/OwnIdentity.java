package io.catalogimport.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Whose the caller's own credentials are. Asked once in each partition, because no credentials are good in two. Only an
 * answer is kept, never that there was none. For use by several threads.
 */
final class OwnIdentity {
    private final Function<String, StsClient> stsByPartition;
    private final List<String> callersPartitions;
    private final Map<String, String> accounts = new HashMap<>();

    OwnIdentity(Function<String, StsClient> stsByPartition, List<String> callersPartitions) {
        this.stsByPartition = stsByPartition;
        this.callersPartitions = callersPartitions;
    }

    /**
     * The account that the credentials are for in a partition; empty where AWS does not say.
     *
     * @throws AwsCredentialsException where AWS accepts the credentials nowhere
     */
    synchronized Optional<String> account(String partition) {
        String known = accounts.get(partition);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            String account = ask(partition);
            accounts.put(partition, account);
            return Optional.of(account);
        } catch (AwsBusyException | AwsDeniedException | AwsRefusedException e) {
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

    private String ask(String partition) {
        return AwsErrors.classified(
                "GetCallerIdentity",
                "partition " + partition,
                () -> stsByPartition.apply(partition).getCallerIdentity().account());
    }
}
