package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.world.Catalog;
import io.catalogimport.sandbox.world.SandboxLaunchPath;
import io.catalogimport.sandbox.world.SandboxProduct;
import java.util.List;
import java.util.Optional;

/** The launch path that a request names. Without a name, there must be only one. Source: API reference, on PathId. */
final class LaunchPathChoice {
    private LaunchPathChoice() {}

    static SandboxLaunchPath of(Catalog catalog, SandboxProduct product, Input input, Caller caller) {
        Optional<String> id = input.find("PathId");
        Optional<String> name = input.find("PathName");
        if (id.isPresent() && name.isPresent()) {
            throw AwsError.INVALID_PARAMETERS.because("You must provide PathId or PathName, but not both.");
        }
        List<SandboxLaunchPath> paths = catalog.launchPaths(product.id(), caller.principalArn());
        if (paths.isEmpty()) {
            throw ImportRules.noPath(product.id());
        }
        if (id.isEmpty() && name.isEmpty()) {
            if (paths.size() > 1) {
                throw AwsError.INVALID_PARAMETERS.because(
                        "Product " + product.id() + " has more than one launch path. Provide PathId or PathName.");
            }
            return paths.get(0);
        }
        return paths.stream()
                .filter(path -> id.map(path.id()::equals)
                        .orElseGet(() -> name.map(path.name()::equals).orElse(false)))
                .findFirst()
                .orElseThrow(() -> AwsError.INVALID_PARAMETERS.because(
                        "Invalid PathId: " + id.or(() -> name).orElse("")));
    }
}
