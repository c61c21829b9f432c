package io.catalogimport.aws;

import java.util.HashMap;
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
    private final String callersPartition;
    private final Map<String, String> accounts = new HashMap<>();

    OwnIdentity(Function<String, StsClient> stsByPartition, String callersPartition) {
        this.stsByPartition = stsByPartition;
        this.callersPartition = callersPartition;
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
            if (partition.equals(callersPartition) || !areCredentialsGood()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether AWS accepts the credentials now, in the caller's own partition. In doubt it does not. */
    boolean areCredentialsGood() {
        try {
            ask(callersPartition);
            return true;
        } catch (AwsException e) {
            return false;
        }
    }

    private String ask(String partition) {
        return AwsErrors.classified(
                "GetCallerIdentity",
                "partition " + partition,
                () -> stsByPartition.apply(partition).getCallerIdentity().account());
    }
}
