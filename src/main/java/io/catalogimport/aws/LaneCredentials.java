package io.catalogimport.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The credentials for the calls in a lane. They are the caller's own in the caller's account, or if no role is given.
 * Otherwise they are those of the role in the lane's account.
 */
final class LaneCredentials {
    private final AwsCredentialsProvider own;
    private final @Nullable RoleSettings role;
    private final Function<String, StsClient> stsByPartition;
    private final OwnIdentity identity;
    private final Map<String, AssumedRole> roles = new ConcurrentHashMap<>();

    LaneCredentials(
            AwsCredentialsProvider own,
            @Nullable RoleSettings role,
            Function<String, StsClient> stsByPartition,
            OwnIdentity identity) {
        this.own = own;
        this.role = role;
        this.stsByPartition = stsByPartition;
        this.identity = identity;
    }

    /**
     * The credentials for one call. They are resolved before the call. Within the call, the SDK would report a refusal
     * of the role as a refusal of the call.
     *
     * @throws LaneClosedException if AWS refuses the role, or the role acts in another account
     * @throws AwsCredentialsException if AWS does not accept the caller's own credentials
     */
    AwsCredentialsProvider of(Lane lane) {
        if (role == null || isOwnAccount(lane)) {
            return own;
        }
        RoleSettings settings = role;
        AssumedRole assumed = roles.computeIfAbsent(
                key(lane), account -> new AssumedRole(settings, lane, stsByPartition.apply(lane.partition())));
        try {
            return StaticCredentialsProvider.create(assumed.credentials());
        } catch (AwsCredentialsException e) {
            throw identity.areCredentialsGood() ? LaneClosedException.roleNotAssumed(lane, e) : e;
        }
    }

    private static String key(Lane lane) {
        return lane.partition() + "/" + lane.account();
    }

    /**
     * The ARN under which the calls in the lane are made; empty if AWS does not say, or if the lane needs a role that this process
     * has not assumed.
     */
    Optional<String> arn(Lane lane) {
        @Nullable AssumedRole assumed = roles.get(key(lane));
        if (assumed != null) {
            return assumed.knownArn();
        }
        return role == null || isOwnAccount(lane) ? identity.arn(lane.partition()) : Optional.empty();
    }

    private boolean isOwnAccount(Lane lane) {
        try {
            return identity.account(lane.partition())
                    .filter(lane.account()::equals)
                    .isPresent();
        } catch (AwsBusyException e) {
            return false; // Assuming the role asks STS, too, and says what is wrong.
        }
    }

    Optional<String> ownAccount(String partition) {
        return identity.account(partition);
    }

    /** The account in which the calls in the lane are made; empty if AWS does not say. */
    Optional<String> account(Lane lane) {
        if (role == null) {
            return identity.account(lane.partition());
        }
        of(lane); // A role's credentials are given only when they act in the lane's account.
        return Optional.of(lane.account());
    }

    /** The ARN of the user, the role or its session that makes the calls in the lane; empty if AWS does not say. */
    Optional<String> principal(Lane lane) {
        return role == null || isOwnAccount(lane) ? identity.arn(lane.partition()) : Optional.of(role.arn(lane));
    }

    /**
     * Whether AWS accepts the lane's credentials elsewhere. Then a refusal in the lane is about its region.
     *
     * @param unlessKnown the answer if STS gives none
     */
    boolean areGoodElsewhere(Lane lane, boolean unlessKnown) {
        try {
            return of(lane) == own ? identity.areCredentialsGood(unlessKnown) : true;
        } catch (AwsException e) {
            return false;
        }
    }
}
