package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.seed.SeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.servicecatalog.model.ServiceCatalogException;

/** What callers may do where the seed has policies. */
class PoliciesIT {
    private static final String SEED = """
            policies:
              - {file: policy.json, accounts: ["111122223333"]}
            accounts:
              "111122223333":
                eu-central-1:
                  stacks: [{name: a, template: queue.yaml}]
                  products:
                    - {name: queue, id: prod-queue, versions: [{name: one, id: pa-one, template: queue.yaml}]}
                    - {name: other, id: prod-other, versions: [{name: one, template: queue.yaml}]}
                  portfolios: [{name: blocks, products: [queue, other]}]
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void denyWhatNoAllowCoversInIamsWords() throws IOException {
        try (Scene scene = scene(
                allow("servicecatalog:*", "arn:aws:catalog:*:*:product/prod-queue"), allow("cloudformation:*", "*"))) {
            assertThat(scene.importStack("a").statusAsString()).isEqualTo("CREATED");
            assertThatThrownBy(() -> scene.catalog().listLaunchPaths(call -> call.productId("prod-other")))
                    .isInstanceOf(ServiceCatalogException.class)
                    .hasMessageContaining("User: arn:aws:iam::111122223333:user/sandbox is not authorized to perform:"
                            + " servicecatalog:ListLaunchPaths on resource:"
                            + " arn:aws:catalog:eu-central-1:111122223333:product/prod-other because no"
                            + " identity-based policy allows the servicecatalog:ListLaunchPaths action");
            assertThatThrownBy(() -> scene.catalog().listPortfolios()).isInstanceOf(ServiceCatalogException.class);
            assertThat(scene.sandbox().calls())
                    .extracting(Call::errorCode)
                    .endsWith("AccessDeniedException", "AccessDeniedException");
        }
    }

    @Test
    void aDenyWins() throws IOException {
        try (Scene scene = scene(
                allow("*", "*"),
                "{\"Effect\": \"Deny\", \"Action\": \"cloudformation:describe*\","
                        + " \"NotResource\": \"arn:aws:cloudformation:*:*:stack/*/*\"}")) {
            scene.stack("a");

            assertThatThrownBy(() -> scene.stacks().describeStacks())
                    .isInstanceOf(CloudFormationException.class)
                    .hasMessageContaining("is not authorized to perform: cloudformation:DescribeStacks with an explicit"
                            + " deny in an identity-based policy");
        }
    }

    @Test
    void anImporterMustBeAllowedToReadTheStack() throws IOException {
        try (Scene scene = scene(allow("servicecatalog:*", "*"), allow("cloudformation:DescribeStacks", "*"))) {
            assertThatThrownBy(() -> scene.importStack("a")).hasMessageContaining("cloudformation:GetTemplate");
        }
    }

    @Test
    void allStacksAreShownToThoseWhoMayListThem() throws IOException {
        try (Scene scene = scene(allow("cloudformation:DescribeStacks", "*"))) {
            assertThatThrownBy(() -> scene.stacks().describeStacks())
                    .hasMessageContaining("cloudformation:ListStacks on resource:"
                            + " arn:aws:cloudformation:eu-central-1:111122223333:stack/*/*");
        }
    }

    @Test
    void concernOnlyTheAccountsThatTheyAreFor() throws IOException {
        try (Scene scene = scene(allow("sts:*", "*"))) {
            assertThatCode(() -> scene.catalog("222233334444", Scene.REGION).listPortfolios())
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> scene.catalog().listPortfolios()).isInstanceOf(ServiceCatalogException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'Version': '2012-10-17'} | Statement is missing",
                "{'Statement': {'Effect': 'May'}} | Statement.Effect: must be one of",
                "{'Statement': {'Effect': 'Allow', 'Resource': '*'}} | Statement: a statement has either Action or",
                "{'Statement': {'Effect': 'Deny', 'Condition': {'Bool': {}}}} | Statement: a Deny with a Condition",
                "{'Statement': {'Effect': 'Allow', 'Principal': '*'}} | Statement.Principal: unknown key",
            })
    void aPolicyThatCannotBeJudgedIsRefused(String policy, String complaint) throws IOException {
        Files.writeString(directory.resolve("policy.json"), policy.replace('\'', '"'));
        SandboxBuilder settings = Sandbox.builder();

        assertThatThrownBy(() -> settings.policy(directory.resolve("policy.json")))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining(complaint);
    }

    private Scene scene(String... statements) throws IOException {
        Files.writeString(
                directory.resolve("policy.json"),
                "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}");
        return Scene.seeded(directory, SEED);
    }

    private static String allow(String action, String resource) {
        return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": [\"%s\"]}".formatted(action, resource);
    }
}
