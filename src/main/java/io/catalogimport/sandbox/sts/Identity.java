package io.catalogimport.sandbox.sts;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Sessions;
import io.catalogimport.sandbox.wire.Sessions.Session;
import io.catalogimport.sandbox.world.Ids;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells callers who they are, and lets them assume a role. Any role may be assumed. It does not have to exist. */
final class Identity {
    private static final Pattern ROLE_ARN = Pattern.compile("arn:([a-z-]+):iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");
    private static final int DEFAULT_SECONDS = 3600;

    private final Sessions sessions;
    private final Ids ids;

    Identity(Sessions sessions, Ids ids) {
        this.sessions = sessions;
        this.ids = ids;
    }

    Answer caller(Input input, Caller caller, Instant now) {
        return new Answer()
                .with("UserId", caller.userId())
                .with("Account", caller.account())
                .with("Arn", caller.arn());
    }

    Answer assumeRole(Input input, Caller caller, Instant now) {
        return session(input, now);
    }

    Answer assumeRoleWithWebIdentity(Input input, Caller caller, Instant now) {
        return session(input, now)
                .with("SubjectFromWebIdentityToken", "sandbox-subject")
                .with("Provider", input.find("ProviderId").orElse("sandbox"))
                .with("Audience", "sts.amazonaws.com");
    }

    private Answer session(Input input, Instant now) {
        Matcher role = ROLE_ARN.matcher(input.text("RoleArn"));
        if (!role.matches()) {
            throw AwsError.VALIDATION_ERROR.because(input.text("RoleArn") + " is invalid");
        }
        String sessionName = input.text("RoleSessionName");
        String arn = "arn:" + role.group(1) + ":sts::" + role.group(2) + ":assumed-role/" + role.group(3) + "/"
                + sessionName;
        String userId = ids.next("AROA").toUpperCase(Locale.ROOT) + ":" + sessionName;
        String accessKeyId = ids.next("ASIA").toUpperCase(Locale.ROOT);
        Instant expiration = now.plusSeconds(input.number("DurationSeconds").orElse(DEFAULT_SECONDS));
        sessions.open(accessKeyId, new Session(role.group(2), arn, userId, role.group(), expiration));
        Answer credentials = new Answer()
                .with("AccessKeyId", accessKeyId)
                .with("SecretAccessKey", ids.next("sandbox-"))
                .with("SessionToken", ids.next("sandbox-session-"))
                .with("Expiration", expiration);
        return new Answer()
                .with("Credentials", credentials)
                .with(
                        "AssumedRoleUser",
                        new Answer().with("AssumedRoleId", userId).with("Arn", arn));
    }
}
