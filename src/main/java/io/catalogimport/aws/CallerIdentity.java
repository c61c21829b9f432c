package io.catalogimport.aws;

import java.util.Optional;
import java.util.function.Function;

/** The account in which calls in a lane are made. Nothing is decided in a lane whose account it is not. */
public final class CallerIdentity {
    private final Function<Lane, Optional<String>> accounts;

    public CallerIdentity(LaneClients clients) {
        this(clients::account);
    }

    /** @param accounts the account in which calls in a lane are made; empty where that is not known */
    public CallerIdentity(Function<Lane, Optional<String>> accounts) {
        this.accounts = accounts;
    }

    /**
     * The account in which calls in this lane are made; empty where AWS does not say.
     *
     * @throws AwsCredentialsException where AWS does not accept the caller's own credentials
     */
    public Optional<String> account(Lane lane) {
        try {
            return answered(lane);
        } catch (AwsBusyException e) {
            return Optional.empty();
        }
    }

    private Optional<String> answered(Lane lane) {
        try {
            return accounts.apply(lane);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that calls in this lane are made in its account.
     *
     * @throws LaneClosedException where they are not, or where AWS does not say
     * @throws AwsBusyException where AWS gives no answer
     * @throws AwsCredentialsException where AWS does not accept the caller's own credentials
     */
    public void requireAccount(Lane lane) {
        Optional<String> actual = answered(lane);
        if (actual.isEmpty()) {
            throw LaneClosedException.accountNotKnown(lane);
        }
        if (!actual.get().equals(lane.account())) {
            throw LaneClosedException.otherAccount(lane, actual.get());
        }
    }
}
