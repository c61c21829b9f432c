package io.catalogimport.aws;

import java.util.Optional;

/** Whose credentials are used: only ever asked to explain why a stack cannot be seen. */
public final class CallerIdentity {
    private final LaneClients clients;

    public CallerIdentity(LaneClients clients) {
        this.clients = clients;
    }

    /** The account that calls in this lane are made in; empty where AWS does not tell. */
    public Optional<String> account(Lane lane) {
        try {
            return clients.account(lane);
        } catch (AwsException e) {
            return Optional.empty();
        }
    }
}
