package io.catalogimport.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * With whose credentials the calls in a lane are made: the caller's own in the caller's account or where no role is given,
 * otherwise those of the role in the lane's account. STS is asked in the lane's region, and so in its partition.
 */
final class LaneCredentials {
    private final AwsCredentialsProvider own;
    private final @Nullable RoleSettings role;
    private final Function<Lane, StsClient> sts;
    private final Map<String, Optional<String>> ownAccounts = new HashMap<>();
    private final Map<String, AssumedRole> roles = new ConcurrentHashMap<>();

    LaneCredentials(AwsCredentialsProvider own, @Nullable RoleSettings role, Function<Lane, StsClient> sts) {
        this.own = own;
        this.role = role;
        this.sts = sts;
    }

    /**
     * The credentials for one call. They are had before the call and not within it, where the SDK would take a refusal of
     * the role for one of the call.
     *
     * @throws RoleNotAssumedException where the role is refused
     * @throws AwsAccessException where AWS does not accept the caller's own credentials
     */
    AwsCredentialsProvider of(Lane lane) {
        if (role == null || ownAccount(lane).filter(lane.account()::equals).isPresent()) {
            return own;
        }
        RoleSettings settings = role;
        AssumedRole assumed = roles.computeIfAbsent(
                lane.partition() + "/" + lane.account(), key -> new AssumedRole(settings, lane, sts.apply(lane)));
        try {
            return StaticCredentialsProvider.create(assumed.credentials());
        } catch (AwsAccessException e) {
            throw areOfAnotherPartition(lane) ? new RoleNotAssumedException(lane.account(), e) : e;
        }
    }

    /** The account that the calls in the lane are made in; empty where AWS does not tell. */
    Optional<String> account(Lane lane) {
        return role == null ? ownAccount(lane) : Optional.of(lane.account());
    }

    /** Asked once in each partition, for no credentials are good in two. */
    private synchronized Optional<String> ownAccount(Lane lane) {
        Optional<String> known = ownAccounts.get(lane.partition());
        if (known == null) {
            known = askForOwnAccount(lane);
            ownAccounts.put(lane.partition(), known);
        }
        return known;
    }

    /** Credentials of one partition are unknown in the others; that speaks against the lanes there, and not the run. */
    private synchronized boolean areOfAnotherPartition(Lane lane) {
        return ownAccount(lane).isEmpty() && ownAccounts.values().stream().anyMatch(Optional::isPresent);
    }

    /** Whoever is refused here is nobody in the partition. What is wrong is then said of the role. */
    private Optional<String> askForOwnAccount(Lane lane) {
        try {
            return Optional.of(AwsErrors.classified("GetCallerIdentity", lane.toString(), () -> sts.apply(lane)
                    .getCallerIdentity()
                    .account()));
        } catch (AwsAccessException | AwsRefusedException e) {
            return Optional.empty();
        }
    }
}
