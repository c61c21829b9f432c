package io.catalogimport.sandbox.wire;

import java.util.regex.Pattern;

/**
 * Tells from a request's signature who is calling. The signature itself is not verified: there are no secrets here.
 * An access key id of twelve digits acts in that account, one that AssumeRole gave out in its role's, any other in
 * the default account.
 */
public final class Authenticator {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final String defaultAccount;
    private final Sessions sessions;

    public Authenticator(String defaultAccount, Sessions sessions) {
        this.defaultAccount = defaultAccount;
        this.sessions = sessions;
    }

    Caller authenticate(Invocation invocation, Service service) {
        if (!invocation.signed()) {
            return Caller.ANONYMOUS;
        }
        Dialect dialect = service.dialect();
        Request request = invocation.request();
        if (!CredentialScope.isIn(request)) {
            throw dialect.unsigned().because("Request is missing Authentication Token");
        }
        CredentialScope scope = CredentialScope.of(request).orElseThrow(() -> dialect.garbledSignature()
                .because("Authorization header requires 'Credential', 'Signature' and 'SignedHeaders'"
                        + " parameters, and a credential of the form"
                        + " <access key id>/<date>/<region>/<service>/aws4_request."));
        if (!scope.service().equals(service.name())) {
            throw dialect.wrongScope()
                    .because("Credential should be scoped to correct service: '" + service.name() + "'.");
        }
        return caller(scope, request, dialect);
    }

    private Caller caller(CredentialScope scope, Request request, Dialect dialect) {
        return sessions.find(scope.accessKeyId())
                .map(session -> {
                    if (!request.at().isBefore(session.expiration())) {
                        throw dialect.expired().because("The security token included in the request is expired");
                    }
                    return new Caller(
                            session.account(), scope.region(), session.arn(), session.userId(), session.roleArn());
                })
                .orElseGet(() -> user(scope));
    }

    private Caller user(CredentialScope scope) {
        String account = ACCOUNT.matcher(scope.accessKeyId()).matches() ? scope.accessKeyId() : defaultAccount;
        String partition = Partitions.of(scope.region());
        String arn = "arn:" + partition + ":iam::" + account + ":user/sandbox";
        return new Caller(account, scope.region(), arn, "AIDA" + account + "USER", arn);
    }
}
