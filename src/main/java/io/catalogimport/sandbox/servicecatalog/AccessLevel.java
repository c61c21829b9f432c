package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import java.time.Instant;

/** Whose provisioned products a listing shows: the whole account's, or only those of the caller's role or session. */
record AccessLevel(String key, Caller caller) {
    static AccessLevel of(Input input, Caller caller) {
        Input filter = input.structure("AccessLevelFilter");
        if (!filter.find("Value").orElse("self").equals("self")) {
            throw AwsError.INVALID_PARAMETERS.because("The only value of an access level filter is self.");
        }
        return new AccessLevel(filter.find("Key").orElse("Account"), caller);
    }

    boolean shows(SandboxProvisionedProduct product, Instant now) {
        return switch (key) {
            case "Role" -> product.owner(now).principalArn().equals(caller.principalArn());
            case "User" -> product.owner(now).userArn().equals(caller.arn());
            default -> true;
        };
    }
}
