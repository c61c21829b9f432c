package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.servicecatalog.model.ConstraintSummary;
import software.amazon.awssdk.services.servicecatalog.model.DescribeProvisioningParametersResponse;
import software.amazon.awssdk.services.servicecatalog.model.DuplicateResourceException;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.ProvisioningArtifactParameter;
import software.amazon.awssdk.services.servicecatalog.model.Tag;
import software.amazon.awssdk.services.servicecatalog.model.TagOptionSummary;
import software.amazon.awssdk.services.servicecatalog.model.UsageInstruction;

/** What is said of the launch or the update of a product version: constraints, TagOptions and parameters. */
class ProvisioningParametersIT {
    private static final String SEED = """
            accounts:
              "111122223333":
                eu-central-1:
                  stacks:
                    - {name: a, template: queue.yaml}
                  products:
                    - name: queue
                      id: prod-queue
                      tagOptions: {Team: [shop, data]}
                      versions:
                        - {name: one, id: pa-one, template: queue.yaml}
                        - {name: two, id: pa-two, template: parameters.yaml}
                  portfolios:
                    - name: blocks
                      id: port-blocks
                      products: [queue]
                      tagOptions: {Team: [data, web], CostCenter: ["1", "2"]}
                      constraints:
                        - {product: queue, launchRole: "arn:aws:iam::111122223333:role/Launch"}
                        - {product: queue, type: TEMPLATE, description: Only small queues}
            """;

    private Scene scene;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("parameters.yaml"), """
                Parameters:
                  Password: {Type: String, NoEcho: true}
                  Size: {Type: Number, Default: 3}
                Resources: {Queue: {Type: AWS::SQS::Queue}}
                """);
        scene = Scene.seeded(directory, SEED);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void hasTheParametersOfTheVersion() {
        assertThat(described("pa-one").provisioningArtifactParameters()).isEmpty();
        assertThat(described("pa-two").provisioningArtifactParameters())
                .extracting(
                        ProvisioningArtifactParameter::parameterKey,
                        ProvisioningArtifactParameter::defaultValue,
                        ProvisioningArtifactParameter::isNoEcho)
                .containsExactly(tuple("Password", null, true), tuple("Size", "3", false));
    }

    @Test
    void hasTheConstraintsAndTheRoleOfTheLaunchConstraint() {
        DescribeProvisioningParametersResponse described = described("pa-one");

        assertThat(described.constraintSummaries())
                .extracting(ConstraintSummary::type, ConstraintSummary::description)
                .containsExactly(
                        tuple("LAUNCH", "Launch as arn:aws:iam::111122223333:role/Launch"),
                        tuple("TEMPLATE", "Only small queues"));
        assertThat(described.usageInstructions())
                .containsExactly(UsageInstruction.builder()
                        .type("launchAsRole")
                        .value("arn:aws:iam::111122223333:role/Launch")
                        .build());
    }

    @Test
    void aKeyOfPortfolioAndProductHasTheValuesOfBoth() {
        assertThat(described("pa-one").tagOptions())
                .containsExactly(
                        TagOptionSummary.builder().key("Team").values("data").build(),
                        TagOptionSummary.builder()
                                .key("CostCenter")
                                .values("1", "2")
                                .build());
    }

    @Test
    void aTagOptionIsMadeOnceAndAssociatedOnce() {
        String id = scene.catalog()
                .createTagOption(request -> request.key("Stage").value("prod"))
                .tagOptionDetail()
                .id();
        scene.catalog().associateTagOptionWithResource(request -> request.resourceId("port-blocks")
                .tagOptionId(id));

        assertThat(described("pa-one").tagOptions())
                .contains(TagOptionSummary.builder().key("Stage").values("prod").build());
        assertThatThrownBy(() -> scene.catalog()
                        .createTagOption(request -> request.key("Stage").value("prod")))
                .isInstanceOf(DuplicateResourceException.class);
        assertThatThrownBy(() -> scene.catalog()
                        .associateTagOptionWithResource(
                                request -> request.resourceId("port-blocks").tagOptionId(id)))
                .isInstanceOf(DuplicateResourceException.class);
    }

    @Test
    void tagsAreUpdatedOnlyIfAConstraintAllowsIt() {
        scene.importStack("a");
        scene.clock().advance(Duration.ofMinutes(1));
        assertThatThrownBy(this::updateWithTags)
                .isInstanceOf(InvalidParametersException.class)
                .hasMessageContaining("RESOURCE_UPDATE");

        scene.catalog().createConstraint(request -> request.portfolioId("port-blocks")
                .productId("prod-queue")
                .type("RESOURCE_UPDATE")
                .parameters("{\"Version\":\"2.0\",\"Properties\":{\"TagUpdateOnProvisionedProduct\":\"ALLOWED\"}}")
                .idempotencyToken("updates"));

        assertThat(described("pa-one").usageInstructions())
                .contains(UsageInstruction.builder()
                        .type("tagUpdateOnProvisionedProduct")
                        .value("ALLOWED")
                        .build());
        updateWithTags();
    }

    private void updateWithTags() {
        scene.catalog().updateProvisionedProduct(request -> request.provisionedProductName("a")
                .tags(List.of(Tag.builder().key("Team").value("data").build()))
                .updateToken("update"));
    }

    @Test
    void needsThePathIfThereAreSeveral() {
        scene.catalog()
                .createPortfolio(request ->
                        request.displayName("more").providerName("platform").idempotencyToken("more"));
        String more = scene.catalog().listPortfolios().portfolioDetails().get(1).id();
        scene.catalog().associateProductWithPortfolio(request -> request.portfolioId(more)
                .productId("prod-queue"));
        scene.catalog().associatePrincipalWithPortfolio(request -> request.portfolioId(more)
                .principalARN("arn:aws:iam:::user/*")
                .principalType("IAM_PATTERN"));

        assertThatThrownBy(() -> described("pa-one")).isInstanceOf(InvalidParametersException.class);
        assertThat(scene.catalog()
                        .describeProvisioningParameters(request -> request.productId("prod-queue")
                                .provisioningArtifactId("pa-one")
                                .pathName("more"))
                        .constraintSummaries())
                .isEmpty();
    }

    private DescribeProvisioningParametersResponse described(String artifactId) {
        return scene.catalog().describeProvisioningParameters(request -> request.productId("prod-queue")
                .provisioningArtifactId(artifactId));
    }
}
