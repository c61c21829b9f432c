package io.catalogimport.mapping;

import static io.catalogimport.mapping.MappingText.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes along when a value is copied from a page, a document or a chat. */
class CopiedValuesTest {
    private static final String LONG_ARN =
            "arn:aws:cloudformation:eu-central-1:111122223333:stack/shop-orders-queue/0d5f1c9e-7a41-4c43-9a35-5b1f0c1d2e01";

    private final LineSyntax syntax = new LineSyntax(
            new Header(Column.needed().stream().map(Column::title).toList()), Separator.COMMA);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0", "\u200B", "\uFEFF", "\u00AD", "\u202E", "\u2060", "\u200E", "\u2028", "\u3000", "\u2800",
                "\uFE0F"
            })
    void removesWhatIsNotSeenAroundAValue(String invisible) {
        MappingLine line = check(
                LONG_ARN + invisible, invisible + "prod-1", "pa-1" + invisible + " ", invisible + "one" + invisible);

        assertThat(line.mapping())
                .hasValueSatisfying(mapping -> assertThat(mapping.stackArn()).hasToString(LONG_ARN));
        assertThat(line.columns())
                .containsEntry("product_id", "prod-1")
                .containsEntry("provisioned_product_name", "one");
        assertThat(line.warnings()).extracting(Problem::code).hasSize(4).containsOnly("INVISIBLE_CHARACTER_REMOVED");
    }

    @Test
    void namesWhatWasRemoved() {
        assertThat(check(LONG_ARN, "\u00A0\u200B prod-1\u00A0", "pa-1", "one").warnings())
                .containsExactly(
                        new Problem(
                                "INVISIBLE_CHARACTER_REMOVED",
                                "Invisible characters around the value of product_id were removed: NO-BREAK SPACE (U+00A0), ZERO WIDTH SPACE (U+200B)."));
    }

    @Test
    void removesPlainBlanksWithoutAWord() {
        assertThat(check(" " + ARN + "\t", "prod-1 ", "pa-1", "one").warnings()).isEmpty();
    }

    @Test
    void callsAValueOfNothingVisibleMissing() {
        MappingLine line = check(ARN, "\u200B", "pa-1", "one");

        assertThat(line.problems()).containsExactly(new Problem("MISSING_VALUE", "No value in product_id."));
        assertThat(line.warnings()).isEmpty();
    }

    @Test
    void showsTheInvisibleCharacterWithinAnArnAndItsPlace() {
        String value = LONG_ARN.substring(0, 103) + "\u00A0" + LONG_ARN.substring(103);

        assertThat(check(value, "prod-1", "pa-1", "one").problems())
                .containsExactly(new Problem(
                        "INVALID_STACK_ARN",
                        "\"…" + value.substring(30, 103) + "\\u00A0" + value.substring(104)
                                + "\" is not a stack ARN (character 104 is NO-BREAK SPACE (U+00A0)); one reads"
                                + " arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>."));
    }

    @Test
    void findsAnInvisibleCharacterWhereverItStands() {
        for (int i = 1; i < LONG_ARN.length(); i++) {
            MappingLine line =
                    check(LONG_ARN.substring(0, i) + "\u200B" + LONG_ARN.substring(i), "prod-1", "pa-1", "one");

            assertThat(line.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("INVALID_STACK_ARN");
                assertThat(problem.sentence()).contains("\\u200B").contains("ZERO WIDTH SPACE (U+200B)");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\u2010, HYPHEN (U+2010)",
        "\u2011, NON-BREAKING HYPHEN (U+2011)",
        "\u2013, EN DASH (U+2013)",
        "\u2212, MINUS SIGN (U+2212)"
    })
    void namesHyphensThatLookLikeTheRightOne(String hyphen, String name) {
        assertThat(check(ARN, "prod" + hyphen + "1", "pa-1", "one").problems())
                .containsExactly(new Problem(
                        "INVALID_PRODUCT_ID",
                        "\"prod" + hyphen + "1\" is not the id of a product (character 5 is " + name
                                + ", not the hyphen of the keyboard): an id has 1 to 100 letters, digits, underscores and"
                                + " hyphens."));
    }

    @Test
    void namesLettersThatLookLikeOthers() {
        assertThat(check(ARN, "prod-1", "p\u0430-1", "\uD83D\uDE00\u043Fe").problems())
                .extracting(Problem::sentence)
                .satisfiesExactly(
                        artifact -> assertThat(artifact).contains("(character 2 is CYRILLIC SMALL LETTER A (U+0430))"),
                        name -> assertThat(name).contains("(character 1 is GRINNING FACE (U+1F600))"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"“,”", "‘,’", "`,`", "<,>", "',~'~", "«,»", "[,]", "\",\""})
    void saysThatAValueIsWrapped(String open, String close) {
        MappingLine line = check(open + LONG_ARN + close, open + "prod-1" + close, "pa-1", open + "one" + close);

        assertThat(line.problems())
                .extracting(Problem::code)
                .containsExactly("INVALID_STACK_ARN", "INVALID_PRODUCT_ID", "INVALID_NAME");
        assertThat(line.problems()).extracting(Problem::sentence).allSatisfy(sentence -> assertThat(sentence)
                .contains("(it is wrapped in " + open + " " + close + ", which must be removed)"));
    }

    @Test
    void saysThatAValueBeginsOrEndsWithAQuote() {
        assertThat(check("'" + LONG_ARN, "prod-1", "pa-1”", "one").problems())
                .extracting(Problem::sentence)
                .satisfiesExactly(
                        arn -> assertThat(arn).contains("(it begins with ', which must be removed)"),
                        artifact -> assertThat(artifact).contains("(it ends with ”, which must be removed)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://eu-central-1.console.aws.amazon.com/cloudformation/home?region=eu-central-1#/stacks/stackinfo?"
                        + "filteringText=&stackId=arn%3Aaws%3Acloudformation%3Aeu-central-1%3A111122223333%3Astack%2Forders%2F0a1b2c3d&x=1",
                "https://console.aws.amazon.com/cloudformation/home#/stack/detail?stackId="
                        + "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/0a1b2c3d",
                "eu-central-1.console.aws.amazon.com/cloudformation/home#/stacks/events?stackId="
                        + "arn%3aaws%3acloudformation%3aeu-central-1%3a111122223333%3astack%2forders%2f0a1b2c3d",
                "https://d-1.awsapps.com/start/#/console?destination=https%3A%2F%2Fconsole.aws.amazon.com%2F%3FstackId%3D"
                        + "arn%253Aaws%253Acloudformation%253Aeu-central-1%253A111122223333%253Astack%252Forders%252F0a1b2c3d"
            })
    void takesTheArnOutOfAConsoleAddress(String address) {
        MappingLine line = check(address, "prod-1", "pa-1", "one");

        assertThat(line.mapping())
                .hasValueSatisfying(mapping -> assertThat(mapping.stackArn()).hasToString(ARN));
        assertThat(line.warnings())
                .containsExactly(new Problem(
                        "ARN_FROM_ADDRESS", "The stack ARN was taken from a console address: " + ARN + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://eu-central-1.console.aws.amazon.com/cloudformation/home?region=eu-central-1#/stacks",
                "https://console.aws.amazon.com/?a=" + ARN + "&b=" + ARN + "x"
            })
    void saysWhereTheArnIsWhereAnAddressHasNone(String address) {
        assertThat(check(address, "prod-1", "pa-1", "one").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("INVALID_STACK_ARN");
                    assertThat(problem.sentence())
                            .endsWith("is a web address without the ARN of exactly one stack: open the stack in the"
                                    + " CloudFormation console and copy its Stack ID from the tab Stack info.");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:cloudformation:eu-central-1:11112222333:stack/orders/0d5f1c9e-7a41-4c43-9a35-5b1f0c1d2e01, 37",
        "arn:aws:cloudformation:eu-central-1:111122223333:stack/shop-orders-queue/0d5f1c9e-7a41-4c43-9a35-5b1f/x, 102",
        "arn:aws:cloudformation:eu-central-1:111122223333:stack/shop-orders-and-invoices-queue-of-the-year-2026, 102",
        "arn:aws:cloudformation:eu-central-1:111122223333:stack/shop_orders/0d5f1c9e-7a41-4c43-9a35-5b1f0c1d2e, 60"
    })
    void saysWhereALongArnGoesWrong(String arn, int character) {
        Optional<String> sentence = check(arn, "prod-1", "pa-1", "one").problems().stream()
                .filter(problem -> problem.code().equals("INVALID_STACK_ARN"))
                .map(Problem::sentence)
                .findFirst();

        assertThat(sentence).hasValueSatisfying(words -> assertThat(words)
                .contains("(it goes wrong at character " + character + ")"));
    }

    @Test
    void showsTheEndOfALongArnWhereThatIsWrong() {
        assertThat(check(LONG_ARN + "_x", "prod-1", "pa-1", "one").problems())
                .extracting(Problem::sentence)
                .containsExactly("\"…" + (LONG_ARN + "_x").substring(31)
                        + "\" is not a stack ARN (it goes wrong at character 110); one reads"
                        + " arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>.");
    }

    private MappingLine check(String... fields) {
        return syntax.check(new Row(2, String.join(",", fields), List.of(fields), null));
    }
}
