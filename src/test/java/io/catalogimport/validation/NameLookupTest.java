package io.catalogimport.validation;

import static io.catalogimport.aws.AwsFailures.accessDenied;
import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.mapping.MappingBuilder;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Product and version of a mapping, found by their names. */
class NameLookupTest {
    private final ValidationScene scene = new ValidationScene();

    @BeforeEach
    void giveStackAndVersionOneTemplate() {
        scene.bothHaveTemplate("Resources: {Topic: {Type: 'AWS::SNS::Topic'}}");
    }

    @Test
    void findsTheIdsOfBoth() {
        scene.inventory.add("queue", "v1");
        scene.inventory.add("web", "v1", "v2");

        Checked checked = check(aMapping().byNames("web", "v1"));

        assertThat(checked.verdict()).isInstanceOf(Verdict.Importable.class);
        assertThat(ids(checked)).containsExactly("prod-2", "pa-2-1");
    }

    @Test
    void asksOnceForAllMappingsOfALane() {
        scene.inventory.add("web", "v1", "v2");
        MappingValidator validator = scene.validator();

        validator.check(aMapping().byNames("web", "v1").build());
        validator.check(aMapping().ofStack("other").byNames("web", "v2").build());

        assertThat(scene.inventory.calls()).containsExactly("launchableProducts", "launchableProduct prod-1");
        assertThat(scene.catalog.calls()).containsOnlyOnce("findProduct");
    }

    @Test
    void asksForNoNamesWhereTheIdsAreGiven() {
        check(aMapping());

        assertThat(scene.inventory.calls()).isEmpty();
    }

    @Test
    void findsTheVersionOfAProductThatIsGivenById() {
        scene.inventory.add("web", "v1", "v2");

        Checked checked = check(aMapping().toProduct("prod-1").toArtifact("").withNames("", "v2"));

        assertThat(ids(checked)).containsExactly("prod-1", "pa-1-2");
    }

    @Test
    void rejectsANameThatNoProductHasAndNamesThoseThatThereAre() {
        scene.inventory.add("queue", "v1");
        scene.inventory.add("Web", "v1");

        assertThat(reasons(check(aMapping().byNames("web", "v1"))))
                .containsExactly(Finding.reason(
                        "PRODUCT_NAME_UNKNOWN",
                        "These credentials can launch no product named 'web' in 111122223333/eu-central-1: check the"
                                + " name and the access to the portfolio. There are: 'Web', 'queue'."));
    }

    @Test
    void rejectsANameThatSeveralProductsHave() {
        scene.inventory.add("web", "v1");
        scene.inventory.add("web", "v1");

        assertThat(reasons(check(aMapping().byNames("web", "v1"))))
                .containsExactly(Finding.reason(
                        "PRODUCT_NAME_AMBIGUOUS",
                        "Several products in 111122223333/eu-central-1 are named 'web': prod-1, prod-2. Give the product_id"
                                + " of the one that is meant."));
    }

    @Test
    void rejectsANameThatNoVersionHasAndNamesTheNewestOnes() {
        scene.inventory.add("web", "v1", "v2", "v3", "v4", "v5", "v6");

        assertThat(reasons(check(aMapping().byNames("web", "7"))))
                .containsExactly(Finding.reason(
                        "ARTIFACT_NAME_UNKNOWN",
                        "Product prod-1 in 111122223333/eu-central-1 has no active version named '7': check the name. There"
                                + " are: 'v6', 'v5', 'v4', 'v3', 'v2' and 1 more."));
    }

    @Test
    void rejectsANameThatSeveralVersionsHave() {
        scene.inventory.add("web", "v1", "v1");

        assertThat(reasons(check(aMapping().byNames("web", "v1"))))
                .containsExactly(Finding.reason(
                        "ARTIFACT_NAME_AMBIGUOUS",
                        "Several active versions of product prod-1 in 111122223333/eu-central-1 are named 'v1':"
                                + " pa-1-1 of 1970-01-01T00:00:01Z, pa-1-2 of 1970-01-01T00:00:02Z. Give the"
                                + " provisioning_artifact_id of the one that is meant."));
    }

    @Test
    void tellsOtherReasonsToo() {
        scene.stacks.shows("ROLLBACK_COMPLETE");

        assertThat(reasons(check(aMapping().byNames("web", "v1"))))
                .extracting(Finding::code)
                .containsExactly("PRODUCT_NAME_UNKNOWN", "STACK_STATUS");
    }

    @Test
    void recognizesWhatIsImportedAlsoIfTheNameStandsForNoVersionAnyMore() {
        StackMapping mapping = aMapping().build();
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(mapping).build()));

        assertThat(check(aMapping().byNames("web", "v1")).verdict()).isInstanceOf(Verdict.AlreadyImported.class);
    }

    @Test
    void saysWhatToDoWhereAwsDoesNotShowTheNames() {
        scene.inventory.refuses(accessDenied());

        assertThat(reasons(check(aMapping().byNames("web", "v1"))))
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.sentence()).endsWith("So a name cannot be looked up: give the ids instead."));
    }

    private Checked check(MappingBuilder mapping) {
        return check(mapping.build());
    }

    private Checked check(StackMapping mapping) {
        return scene.validator().check(mapping);
    }

    private static List<String> ids(Checked checked) {
        return List.of(checked.mapping().productId(), checked.mapping().provisioningArtifactId());
    }

    private static List<Finding> reasons(Checked checked) {
        assertThat(checked.verdict()).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected) checked.verdict()).reasons();
    }
}
