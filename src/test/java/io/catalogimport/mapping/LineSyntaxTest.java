package io.catalogimport.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSyntaxTest {
    private static final String ANY_STACK = "arn:aws:cloudformation:eu-central-1:111122223333:";
    private static final String ARN = ANY_STACK + "stack/orders/0a1b2c3d";

    private final LineSyntax syntax = new LineSyntax(
            new Header(Column.needed().stream().map(Column::title).toList()), Separator.COMMA);

    @Test
    void saysHowManyFieldsAreExpectedAndFound() {
        assertThat(check(ARN, "prod-1", "pa-1", "a", "b"))
                .containsExactly(new Problem(
                        "WRONG_FIELD_COUNT",
                        "The header has 4 columns, but the row has 5 fields: put a value that holds a comma in"
                                + " quotes."));
    }

    @Test
    void saysWhatATooShortRowNeeds() {
        assertThat(check(ARN, "prod-1"))
                .containsExactly(
                        new Problem("MISSING_VALUE", "No value in provisioning_artifact_id, provisioned_product_name."),
                        new Problem(
                                "WRONG_FIELD_COUNT",
                                "The header has 4 columns, but the row has 2 fields: keep the commas of empty values."));
    }

    @Test
    void namesTheColumnsWithoutAValue() {
        assertThat(check(ARN, "", "pa-1", "  "))
                .containsExactly(new Problem("MISSING_VALUE", "No value in product_id, provisioned_product_name."));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThat(check("x", "a b", "c/d", ""))
                .extracting(Problem::code)
                .containsExactly("MISSING_VALUE", "INVALID_STACK_ARN", "INVALID_PRODUCT_ID", "INVALID_ARTIFACT_ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"orders", "arn:aws", ANY_STACK + "stack/orders", ANY_STACK + "stack/-/1", ANY_STACK + "stack"})
    void refusesWhatIsNoStackArn(String value) {
        assertThat(check(value, "prod-1", "pa-1", "orders"))
                .containsExactly(new Problem(
                        "INVALID_STACK_ARN",
                        "\"" + value + "\" is not a stack ARN; one reads"
                                + " arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>."));
    }

    @Test
    void saysThatAStackSetCannotBeImported() {
        assertThat(check(ANY_STACK + "stackset/fleet:1a2b", "prod-1", "pa-1", "orders"))
                .containsExactly(new Problem(
                        "STACK_SET_ARN",
                        "\"" + ANY_STACK + "stackset/fleet:1a2b\" is a stack set, which cannot be imported; only"
                                + " single stacks can."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ANY_STACK + "changeSet/c/1", "arn:aws:s3:::bucket", "arn:aws:servicecatalog:eu:1:stack/a/b"})
    void refusesTheArnOfAnotherThing(String value) {
        assertThat(check(value, "prod-1", "pa-1", "orders"))
                .containsExactly(new Problem(
                        "NOT_A_STACK_ARN",
                        "\"" + value + "\" is the ARN of something other than a CloudFormation stack."));
    }

    @Test
    void takesIdsUpTo100Characters() {
        String longest = "a_-9".repeat(25);

        assertThat(check(ARN, longest, longest, "orders")).isEmpty();
        assertThat(check(ARN, longest + "x", longest + "x", "orders"))
                .extracting(Problem::code)
                .containsExactly("INVALID_PRODUCT_ID", "INVALID_ARTIFACT_ID");
    }

    @Test
    void takesNamesUpTo128Characters() {
        String longest = "a._-".repeat(32);

        assertThat(check(ARN, "prod-1", "pa-1", longest)).isEmpty();
        assertThat(check(ARN, "prod-1", "pa-1", longest + "x"))
                .extracting(Problem::code)
                .containsExactly("INVALID_NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-orders", ".orders", "or ders"})
    void refusesNamesThatTheApiWouldRefuse(String name) {
        assertThat(check(ARN, "prod-1", "pa-1", name))
                .containsExactly(new Problem(
                        "INVALID_NAME",
                        "\"" + name + "\" is not a provisioned product name: a name begins with a letter or digit and"
                                + " has 1 to 128 letters, digits, dots, underscores and hyphens."));
    }

    private List<Problem> check(String... fields) {
        return syntax.check(new Row(2, String.join(",", fields), List.of(fields), null))
                .problems();
    }
}
