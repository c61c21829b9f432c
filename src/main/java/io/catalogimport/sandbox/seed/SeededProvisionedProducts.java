package io.catalogimport.sandbox.seed;

import static io.catalogimport.sandbox.seed.SeededRegion.required;

import io.catalogimport.sandbox.world.Ids;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxLaunchPath;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProductStatus;
import io.catalogimport.sandbox.world.Stack;
import io.catalogimport.sandbox.world.World;
import io.catalogimport.sandbox.world.World.Condition;
import io.catalogimport.sandbox.world.World.ImportOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plants provisioned products: stacks that were imported before the story begins. */
final class SeededProvisionedProducts {
    private static final Map<String, SandboxProvisionedProductStatus> STATUSES = Arrays.stream(
                    SandboxProvisionedProductStatus.values())
            .collect(Collectors.toMap(Enum::name, Function.identity()));

    private final World world;
    private final RegionalState state;
    private final Instant now;

    SeededProvisionedProducts(World world, RegionalState state, Instant now) {
        this.world = world;
        this.state = state;
        this.now = now;
    }

    void plant(SeedNode node) {
        node.allowing("id", "name", "stack", "product", "version", "status", "message");
        Location location = state.location();
        String name = node.text("name");
        SandboxProduct product = SeededRegion.product(state, required(node, "product"));
        SandboxArtifact artifact = version(product, required(node, "version"));
        Stack stack = SeededRegion.stack(state, required(node, "stack"), now);
        String user = "arn:aws:iam::" + location.account() + ":user/sandbox";
        SandboxLaunchPath path = state.catalog().launchPaths(product.id(), user).stream()
                .findFirst()
                .orElse(new SandboxLaunchPath(
                        Ids.derived("lpv3-", location, "path", name), "seeded", List.of(), Map.of()));
        String id = node.text("id", Ids.derived("pp-", location, "provisioned-product", name));
        world.addImported(
                state,
                id,
                new ImportOrder(product, artifact, stack, name, "seeded-" + name, path, user, user),
                condition(node));
    }

    private Condition condition(SeedNode node) {
        SandboxProvisionedProductStatus status = node.find("status")
                .map(given -> given.oneOf(STATUSES))
                .orElse(SandboxProvisionedProductStatus.AVAILABLE);
        return new Condition(status, node.text("message", "The last operation did not end as asked (seeded)."), now);
    }

    private static SandboxArtifact version(SandboxProduct product, SeedNode idOrName) {
        return product.artifact(idOrName.text())
                .or(() -> product.artifacts().stream()
                        .filter(artifact -> artifact.name().equals(idOrName.text()))
                        .findFirst())
                .orElseThrow(() -> idOrName.wrong("product " + product.name() + " has no version " + idOrName.text()));
    }
}
