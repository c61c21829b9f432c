package io.catalogimport.aws;

import java.util.Optional;
import java.util.function.Function;

/**
 * Who makes the calls in a lane. Checks that they are made in the lane's account: nothing is decided about a lane before that
 * is certain.
 */
public final class CallerIdentity {
    private final Function<Lane, Optional<String>> accounts;
    private final Function<Lane, Optional<String>> principals;

    public CallerIdentity(LaneClients clients) {
        this(clients::account, clients::principal);
    }

    /** @param accounts finds the account in which calls in a lane are made; empty if AWS does not say */
    public CallerIdentity(Function<Lane, Optional<String>> accounts) {
        this(accounts, lane -> Optional.empty());
    }

    private CallerIdentity(Function<Lane, Optional<String>> accounts, Function<Lane, Optional<String>> principals) {
        this.accounts = accounts;
        this.principals = principals;
    }

    /** The ARN of the user, the role or its session that makes the calls in the lane; empty if AWS does not say. */
    public Optional<String> principal(Lane lane) {
        return answer(principals, lane);
    }

    /** Whether the ARN stands for the user or role that makes the calls in the lane. */
    public boolean isPrincipal(Lane lane, String arn) {
        return principal(lane)
                .filter(own -> PrincipalArn.areOfOnePrincipal(own, arn))
                .isPresent();
    }

    /**
     * Checks that calls in this lane are made in its account.
     *
     * @throws LaneClosedException if they are not, or if AWS does not say
     * @throws AwsBusyException if AWS gives no answer
     * @throws AwsCredentialsException if AWS does not accept the caller's own credentials
     */
    public void requireAccount(Lane lane) {
        Optional<String> actual = answer(accounts, lane);
        if (actual.isEmpty()) {
            throw LaneClosedException.accountNotKnown(lane);
        }
        if (!actual.get().equals(lane.account())) {
            throw LaneClosedException.otherAccount(lane, actual.get());
        }
    }

    private static Optional<String> answer(Function<Lane, Optional<String>> question, Lane lane) {
        try {
            return question.apply(lane);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        }
    }
}
