package io.catalogimport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The role of the StackSet has the permissions of the import policy, statement by statement, and nothing else. */
class StackSetTest {
    private static final String FILE = "iam/stackset-role.yaml";
    private static final String IMPORTER = "arn:aws:iam::444455556666:role/importer";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theTemplateMakesOneRoleAndNothingElse() throws IOException {
        JsonNode template = template(JobFiles.read(FILE), Map.of());

        assertThat(template.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("AWSTemplateFormatVersion", "Description", "Parameters", "Conditions", "Resources");
        assertThat(template.path("Resources").properties()).singleElement().satisfies(role -> assertThat(
                        role.getValue().path("Type").asString())
                .isEqualTo("AWS::IAM::Role"));
        assertThat(role(template).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("RoleName", "Description", "AssumeRolePolicyDocument", "Policies");
        assertThat(role(template).path("RoleName").asString()).isEqualTo("catalog-import");
    }

    @Test
    void itsPolicyIsTheImportPolicy() throws IOException {
        assertThat(statements(JobFiles.read(FILE), Map.of())).isEqualTo(importStatements());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cloudformation:GetTemplate | cloudformation:GetTemplates",
                "servicecatalog:ImportAsProvisionedProduct | servicecatalog:*",
                "Effect: Deny | Effect: Allow",
                "- Sid: FollowImports | - Sid: FollowTheImports",
                "stack/*/* | stack/*",
                "s3:ExistingObjectTag | s3:ExistingObjectTags",
                "Resource: !Sub arn:${AWS::Partition}:s3:::* | Resource: !Sub arn:${AWS::Partition}:s3:::x*",
            })
    void aDifferenceIsFound(String right, String wrong) throws IOException {
        String file = JobFiles.read(FILE);
        assertThat(file).contains(right);

        assertThat(statements(file.replace(right, wrong), Map.of())).isNotEqualTo(importStatements());
    }

    @Test
    void onlyTheImporterMayAssumeTheRole() throws IOException {
        assertThat(trust(Map.of())).isEqualTo(JSON.readTree("""
                                {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"}""".formatted(IMPORTER)));
    }

    @Test
    void anExternalIdIsDemandedIfThereIsOne() throws IOException {
        assertThat(trust(Map.of("ExternalId", "x-1")).path("Condition"))
                .isEqualTo(JSON.readTree("{\"StringEquals\": {\"sts:ExternalId\": \"x-1\"}}"));
    }

    @Test
    void theTrustPolicyForOtherWaysSaysTheSame() throws IOException {
        JsonNode policy = JobFiles.json("iam/trust-policy.json");
        JsonNode own = JobFiles.stream(policy.path("Statement")).findFirst().orElseThrow();
        JsonNode role = trust(Map.of("ExternalId", "change-me"));

        assertThat(policy.path("Version").asString()).isEqualTo("2012-10-17");
        assertThat(policy.path("Statement")).hasSize(1);
        assertThat(own.at("/Principal/AWS").asString()).matches("arn:aws:iam::\\d{12}:role/.+");
        for (String part : List.of("Effect", "Action", "Condition")) {
            assertThat(own.path(part)).isEqualTo(role.path(part));
        }
    }

    @Test
    void sharedProductsAreAllowedIfAnAccountSharesThem() throws IOException {
        List<String> products = statements(JobFiles.read(FILE), Map.of("ProductAccount", "777788889999")).stream()
                .map(statement -> statement.path("Resource"))
                .filter(JsonNode::isArray)
                .map(JsonNode::toString)
                .toList();

        assertThat(products)
                .hasSize(2)
                .containsOnly("[\"arn:aws:catalog:*:111122223333:product/*\","
                        + "\"arn:aws:catalog:*:777788889999:product/*\"]");
    }

    private static List<JsonNode> importStatements() throws IOException {
        return JobFiles.stream(JobFiles.json("iam/import-policy.json").path("Statement"))
                .toList();
    }

    private static List<JsonNode> statements(String file, Map<String, String> parameters) throws IOException {
        JsonNode policies = role(template(file, parameters)).path("Policies");
        assertThat(policies.isObject()).as("one policy").isTrue();
        assertThat(policies.at("/PolicyDocument/Version").asString()).isEqualTo("2012-10-17");
        return JobFiles.stream(policies.at("/PolicyDocument/Statement")).toList();
    }

    private static JsonNode trust(Map<String, String> parameters) throws IOException {
        return role(template(JobFiles.read(FILE), parameters)).at("/AssumeRolePolicyDocument/Statement");
    }

    private static JsonNode role(JsonNode template) {
        return template.at("/Resources/Role/Properties");
    }

    private static JsonNode template(String file, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("ImporterRoleArn", IMPORTER);
        return new RoleTemplate(file, all).resolved();
    }
}
