package io.catalogimport.sandbox.wire;

/** A call that is understood and authenticated, and about to be carried out unless a fault comes between. */
public record AuthenticatedCall(Service service, Invocation invocation, Caller caller) {

    /** The access key id that signed the call; empty where it need not be signed. */
    public String accessKeyId() {
        return CredentialScope.of(invocation.request())
                .map(CredentialScope::accessKeyId)
                .orElse("");
    }
}
