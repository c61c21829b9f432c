package io.catalogimport.aws;

import java.util.Optional;
import java.util.function.Function;

/** Checks that calls in a lane are made in the lane's account. Nothing is decided about a lane before that is certain. */
public final class CallerIdentity {
    private final Function<Lane, Optional<String>> accounts;

    public CallerIdentity(LaneClients clients) {
        this(clients::account);
    }

    /** @param accounts finds the account in which calls in a lane are made; empty if AWS does not say */
    public CallerIdentity(Function<Lane, Optional<String>> accounts) {
        this.accounts = accounts;
    }

    /**
     * Checks that calls in this lane are made in its account.
     *
     * @throws LaneClosedException if they are not, or if AWS does not say
     * @throws AwsBusyException if AWS gives no answer
     * @throws AwsCredentialsException if AWS does not accept the caller's own credentials
     */
    public void requireAccount(Lane lane) {
        Optional<String> actual = account(lane);
        if (actual.isEmpty()) {
            throw LaneClosedException.accountNotKnown(lane);
        }
        if (!actual.get().equals(lane.account())) {
            throw LaneClosedException.otherAccount(lane, actual.get());
        }
    }

    private Optional<String> account(Lane lane) {
        try {
            return accounts.apply(lane);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        }
    }
}
