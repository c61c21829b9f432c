package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct.Origin;

/** Whose provisioned products a listing shows: the whole account's, or only those of the caller's role or session. */
record AccessLevel(String key, Caller caller) {
    static AccessLevel of(Input input, Caller caller) {
        Input filter = input.structure("AccessLevelFilter");
        if (!filter.find("Value").orElse("self").equals("self")) {
            throw AwsError.INVALID_PARAMETERS.because("The only value of an access level filter is self.");
        }
        return new AccessLevel(filter.find("Key").orElse("Account"), caller);
    }

    boolean shows(Origin origin) {
        return switch (key) {
            case "Role" -> origin.principalArn().equals(caller.principalArn());
            case "User" -> origin.userArn().equals(caller.arn());
            default -> true;
        };
    }
}
