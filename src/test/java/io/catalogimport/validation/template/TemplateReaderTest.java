package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"hello", "- a", "~", "# nothing"})
    void refusesWhatIsNoObject(String text) {
        assertUnreadable(text, "it is not an object with keys such as Resources");
    }

    @Test
    void refusesMalformedJson() {
        assertThat(reason("{\"A\": 1,\n \"B\": [1,,]}")).startsWith("it is not well-formed JSON on line 2 (");
    }

    @Test
    void refusesWhatFollowsTheJson() {
        assertUnreadable("{\"A\": 1}\n{}", "something follows the end of the JSON, on line 2");
    }

    @Test
    void refusesMalformedYaml() {
        assertThat(reason("A: 1\nB: [")).startsWith("it is not well-formed YAML on line 2 (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: \"\\u", "A: \"\\UFFFFFFFF\"", "A: \"\\U00110000\""})
    void refusesBrokenEscapes(String text) {
        assertThat(reason(text)).startsWith("it is not well-formed YAML");
    }

    @Test
    void refusesSeveralDocuments() {
        assertThat(reason("A: 1\n---\nA: 2\n")).startsWith("it is not well-formed YAML");
    }

    @Test
    void saysWhichPartOfTheJsonIsTooLong() {
        assertThat(reason("{\"A\":\n" + "9".repeat(1001) + "}"))
                .startsWith("its JSON has a number of over 1,000 digits");
        assertThat(reason("{\"" + "k".repeat(50_001) + "\": 1}"))
                .startsWith("its JSON has a number of over 1,000 digits");
    }

    @Test
    void refusesKeysThatAreNoText() {
        assertUnreadable("A: 1\n? [x]\n: 2", "it has a key that is not text on line 2");
    }

    @Test
    void refusesToMergeAScalar() {
        assertUnreadable("A:\n  <<: x", "it merges something other than an object on line 2");
    }

    @Test
    void refusesAnchorsThatStandForBillions() {
        var yaml = new StringBuilder("A0: &a0 [x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            yaml.append("A" + i + ": &a" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
        }

        assertUnreadable(yaml.toString(), "it has more than 250000 nodes when its anchors are resolved");
    }

    @Test
    void refusesMergesThatStandForBillions() {
        var yaml = new StringBuilder("A0: &a0 {K: x}\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            yaml.append("A" + i + ": &a" + i + " {<<: [" + (before + ", ").repeat(9) + before + "]}\n");
        }

        assertUnreadable(yaml.toString(), "it has more than 250000 nodes when its anchors are resolved");
    }

    @Test
    void refusesAnAnchorWithinItself() {
        assertUnreadable("A: &a [*a]", "it is nested more than 200 levels deep");
    }

    @Test
    void refusesDeeplyNestedJson() {
        assertUnreadable(
                "{\"A\": " + "[".repeat(300) + "]".repeat(300) + "}", "it is nested more than 200 levels deep");
    }

    @Test
    void refusesDeeplyNestedYaml() {
        assertThat(reason("A: " + "[".repeat(300) + "]".repeat(300))).startsWith("it is not well-formed YAML");
    }

    @Test
    void refusesTextsThatNoTemplateCanHave() {
        assertUnreadable("A: " + "x".repeat(5 << 20), "it has more than 4194304 characters");
    }

    private static void assertUnreadable(String template, String reason) {
        assertThat(reason(template)).isEqualTo(reason);
    }

    private static String reason(String template) {
        return catchThrowableOfType(UnreadableTemplateException.class, () -> TemplateReader.read(template))
                .reason();
    }
}
