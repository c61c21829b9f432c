package io.catalogimport.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)`");

    private final Explanations explanations = Explanations.load();

    @Test
    void explainsEveryCodeOfTheManual() throws IOException {
        Explanations.Explanation other = explanations.of("SomethingElse");

        assertThat(CODE.matcher(Files.readString(Path.of("docs/codes.md"))).results())
                .hasSizeGreaterThan(60)
                .allSatisfy(code -> assertThat(explanations.of(code.group(1))).isNotEqualTo(other));
    }

    @Test
    void explainsTheSecondCodeOfALineToo() {
        assertThat(explanations.of("INVALID_ARTIFACT_ID")).isEqualTo(explanations.of("INVALID_PRODUCT_ID"));
    }

    @Test
    void explainsACodeThatEndsWithAStatus() {
        assertThat(explanations.of("STACK_IMPORT_ROLLBACK_COMPLETE").whatToDo())
                .startsWith("See the stack's events".replace("'", "&#39;"));
    }

    @Test
    void takesAnUnknownCodeForOneOfAws() {
        assertThat(explanations.of("ThrottlingException").meaning()).startsWith("Where AWS gives a code");
        assertThat(explanations.of("ThrottlingException").whatToDo()).startsWith("The message has AWS");
    }

    @Test
    void writesMarkdownAsHtml() {
        assertThat(explanations.of("TEMPLATE_DIFFERS").meaning())
                .contains("<code>--template-check</code> decides")
                .doesNotContain("](");
    }
}
