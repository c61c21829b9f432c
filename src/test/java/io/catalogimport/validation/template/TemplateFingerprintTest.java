package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateCorpus.Pair;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fingerprint finds exactly the templates that the comparison takes for the same. */
class TemplateFingerprintTest {
    private static final int PAIRS = 500;
    private static final int RESOURCES = 4;

    @Test
    void agreesWithTheComparisonForAnyTwoTemplates() {
        LongStream.range(0, PAIRS)
                .mapToObj(number -> TemplateCorpus.pair(number, 1 + (int) (number % RESOURCES)))
                .forEach(TemplateFingerprintTest::assertAgreement);
    }

    private static void assertAgreement(Pair pair) {
        assertAgreement(pair.inStack(), pair.inProduct());
    }

    private static void assertAgreement(String inStack, String inProduct) {
        TemplateFingerprint stack = TemplateFingerprint.of(inStack);
        TemplateFingerprint product = TemplateFingerprint.of(inProduct);
        boolean isSame = new TemplateComparison().compare(inStack, inProduct) instanceof Same;

        assertThat(stack.isSame(product) && !isSame)
                .as("taken for the same, but different:%n%s%n---%n%s", inStack, inProduct)
                .isFalse();
        assertThat(isSame && !stack.isSame(product) && Collections.disjoint(stack.groups(), product.groups()))
                .as("the same, but not found:%n%s%n---%n%s", inStack, inProduct)
                .isFalse();
    }

    @Test
    void knowsARewrittenTemplateWithoutAComparison() {
        TemplateFingerprint yaml = TemplateFingerprint.of("A: !Sub x\nB: [1, yes]\n");

        assertThat(yaml.isSame(TemplateFingerprint.of("{\"B\": [\"1\", true], \"A\": {\"Fn::Sub\": \"x\"}}")))
                .isTrue();
        assertThat(yaml.isSame(TemplateFingerprint.of("A: !Sub x\nB: [yes, 1]\n")))
                .isFalse();
    }

    /** In each, the comparison says the same under a condition, which a digest cannot. */
    @ParameterizedTest
    @CsvSource({
        "A: 2.0, A: 2",
        "A: 2.0, 'A: \"2.0\"'",
        "A: 2.50, A: 2.5",
        "A: 1e3, '{\"A\": 1e3}'",
        "'A: \"1000\"', '{\"A\": 1e3}'",
        "A: 1:30, A: 90",
        "A: 1:30, 'A: \"1:30\"'",
        "A: +5, A: 5",
        "A: 0b11, A: 3",
        "A: caf?, A: café",
        "A: x??y, A: x😀y",
        "A: x?y, A: x😀y",
        "caf?: 1, café: 1",
        "'A: [- ? x]', 'A: [- → x]'",
        "?A: 1, \uFEFFA: 1"
    })
    void hasAGroupInCommonWhereOnlyTheComparisonCanTell(String inStack, String inProduct) {
        assertThat(new TemplateComparison().compare(inStack, inProduct)).isInstanceOf(Same.class);
        assertAgreement(inStack, inProduct);
    }

    @Test
    void findsEqualTextsThatCannotBeRead() {
        assertAgreement("A: [", "A: [");
        assertAgreement("A: [\r\n", "A: [\n");
        assertThat(TemplateFingerprint.of("A: [").structure()).isNull();
    }

    @Test
    void aSketchTellsHowMuchTwoTemplatesHaveInCommon() {
        TemplateSketch sketch = sketch("Resources: {A: {Type: T, Properties: {X: 1, Y: 2}}}");

        assertThat(sketch.similarity(
                        sketch("{\"Resources\": {\"A\": {\"Properties\": {\"Y\": 2, \"X\": 1}, \"Type\": \"T\"}}}")))
                .isEqualTo(1);
        assertThat(sketch.similarity(sketch("Resources: {A: {Type: T, Properties: {X: 1, Y: 3}}}")))
                .isBetween(0.7, 0.9);
        assertThat(sketch.similarity(sketch("Outputs: {Url: {Value: x}}"))).isZero();
    }

    @Test
    void similarTemplatesHaveBandsInCommonAndOthersHaveNone() {
        String many = LongStream.range(0, 40)
                .mapToObj(number -> "  R" + number + ": {Type: T, Properties: {X: " + number + "}}\n")
                .reduce("Resources:\n", String::concat);
        int[] bands = sketch(many).bands();

        assertThat(common(bands, sketch(many.replace("X: 7}", "X: other}")).bands()))
                .isGreaterThan(10);
        assertThat(common(
                        bands, sketch("Resources: {B: {Type: AWS::S3::Bucket}}").bands()))
                .isZero();
    }

    @Test
    void aStoredSketchIsTheSame() {
        TemplateSketch sketch = sketch("A: 1\nB: 2\n");

        assertThat(TemplateSketch.parse(sketch.toString())).isEqualTo(sketch);
    }

    private static TemplateSketch sketch(String template) {
        return TemplateFingerprint.of(template).sketch();
    }

    private static long common(int[] one, int[] other) {
        return LongStream.range(0, one.length)
                .filter(i -> one[(int) i] == other[(int) i])
                .count();
    }
}
