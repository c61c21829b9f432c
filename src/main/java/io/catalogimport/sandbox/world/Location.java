package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Partitions;

/** One region of one account. Nothing in it is seen from another. */
public record Location(String account, String region) {

    public static Location of(Caller caller) {
        return new Location(caller.account(), caller.region());
    }

    public String arn(String service, String resource) {
        return "arn:" + Partitions.of(region) + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
