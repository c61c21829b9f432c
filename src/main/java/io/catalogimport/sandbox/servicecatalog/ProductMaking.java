package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.oneOf;
import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CreateProduct and CreateProvisioningArtifact. The version that they make is available a little later. */
final class ProductMaking {
    private static final String CREATE_PRODUCT = "CreateProduct";
    private static final String CREATE_ARTIFACT = "CreateProvisioningArtifact";
    private static final List<String> DESCRIPTION =
            List.of("Name", "Owner", "Description", "Distributor", "SupportDescription", "SupportEmail", "SupportUrl");

    /** Source: limits of the administrator guide. */
    private static final int MOST_VERSIONS = 100;

    /** AWS does not say how long it takes. */
    private static final Duration MAKING = Duration.ofSeconds(2);

    private final World world;
    private final ArtifactSources sources;

    ProductMaking(World world) {
        this.world = world;
        this.sources = new ArtifactSources(world);
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                        CREATE_PRODUCT,
                        Shapes.localised()
                                .required("Name", Shapes.LONG_TEXT)
                                .required("Owner", Shapes.LONG_TEXT)
                                .optional("Description", Shapes.LONG_TEXT)
                                .optional("Distributor", Shapes.LONG_TEXT)
                                .optional("SupportDescription", Shapes.LONG_TEXT)
                                .optional("SupportEmail", text(0, 254))
                                .optional("SupportUrl", text(0, 2083))
                                .required(
                                        "ProductType",
                                        oneOf(
                                                "CLOUD_FORMATION_TEMPLATE",
                                                "MARKETPLACE",
                                                "TERRAFORM_OPEN_SOURCE",
                                                "TERRAFORM_CLOUD",
                                                "EXTERNAL"))
                                .optional("Tags", Shapes.TAGS)
                                .optional("ProvisioningArtifactParameters", Shapes.ARTIFACT_PROPERTIES)
                                .required("IdempotencyToken", Shapes.TOKEN),
                        this::createProduct),
                Operation.of(
                        CREATE_ARTIFACT,
                        Shapes.localised()
                                .required("ProductId", Shapes.ID)
                                .required("Parameters", Shapes.ARTIFACT_PROPERTIES)
                                .required("IdempotencyToken", Shapes.TOKEN),
                        this::createArtifact));
    }

    private Answer createProduct(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        Optional<Answer> before = state.tokens().replay(CREATE_PRODUCT, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        if (!input.text("ProductType").equals("CLOUD_FORMATION_TEMPLATE")) {
            throw AwsError.INVALID_PARAMETERS.because("The sandbox makes products of CloudFormation templates only.");
        }
        SandboxArtifact artifact = artifact(input.structure("ProvisioningArtifactParameters"), state, now);
        SandboxProduct product = product(input, state, now);
        product.add(artifact);
        state.catalog().add(product);
        Answer answer = new Answer()
                .with("ProductViewDetail", Answers.productViewDetail(product))
                .with("ProvisioningArtifactDetail", Answers.artifactDetail(artifact))
                .with("Tags", input.members().getOrDefault("Tags", List.of()));
        state.tokens().remember(CREATE_PRODUCT, input, later -> answer);
        return answer;
    }

    private Answer createArtifact(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        Optional<Answer> before = state.tokens().replay(CREATE_ARTIFACT, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        SandboxProduct product = new RequestedItems(state.catalog()).product(input.text("ProductId"));
        if (!product.arn().contains(":" + caller.account() + ":")) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "Product " + product.id() + " is shared with this account, so no version can be added to it.");
        }
        if (product.artifacts().size() >= MOST_VERSIONS) {
            throw AwsError.LIMIT_EXCEEDED.because("Product " + product.id() + " has " + MOST_VERSIONS + " versions.");
        }
        SandboxArtifact artifact = artifact(input.structure("Parameters"), state, now);
        product.add(artifact);
        Answer answer = new Answer()
                .with("ProvisioningArtifactDetail", Answers.artifactDetail(artifact))
                .with("Info", artifact.details())
                .with("Status", artifact.status(now));
        state.tokens().remember(CREATE_ARTIFACT, input, later -> answer);
        return answer;
    }

    private SandboxProduct product(Input input, RegionalState state, Instant now) {
        String id = world.ids().next("prod-");
        Map<String, String> description = new LinkedHashMap<>();
        DESCRIPTION.forEach(member -> input.find(member).ifPresent(value -> description.put(member, value)));
        return new SandboxProduct(id, state.location().arn("catalog", "product/" + id), now, description);
    }

    private SandboxArtifact artifact(Input properties, RegionalState state, Instant now) {
        String id = world.ids().next("pa-");
        ArtifactSources.Source source = sources.of(properties.structure("Info"), state);
        return new SandboxArtifact(
                id,
                properties.find("Name").orElse(id),
                properties.find("Description").orElse(null),
                now,
                true,
                false,
                source.template(),
                source.details(),
                Map.of(),
                now.plus(MAKING));
    }
}
