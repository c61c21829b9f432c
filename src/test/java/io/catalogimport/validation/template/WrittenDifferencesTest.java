package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenDifferencesTest {
    private static final String ADVICE = " Use the version that matches the stack, or create a version from the stack.";

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("Resources.Bucket.Properties.Name", "\"a; b\"", "\"b, product has c\""),
            new Difference("Outputs.Url.Value, line 3, column 7", "{\"Fn::Sub\":\"x; y\"}", "nothing"));

    @Test
    void readsWhatAComparisonHasWritten() {
        Different match = new Different(DIFFERENCES, 2, false, false, List.of());

        WrittenDifferences read =
                WrittenDifferences.in(match.sentence() + ADVICE).orElseThrow();

        assertThat(read.before()).isEqualTo("The templates differ:");
        assertThat(read.differences()).isEqualTo(DIFFERENCES);
        assertThat(read.after()).isEqualTo(ADVICE.strip());
    }

    @Test
    void readsThatThereAreMore() {
        Different match = new Different(DIFFERENCES, 5, true, false, List.of());

        WrittenDifferences read =
                WrittenDifferences.in("Warning: " + match.sentence() + ADVICE).orElseThrow();

        assertThat(read.before()).isEqualTo("Warning: The templates differ only in metadata and descriptions:");
        assertThat(read.differences()).isEqualTo(DIFFERENCES);
        assertThat(read.after()).isEqualTo("And 3 more." + ADVICE);
    }

    @Test
    void leavesOtherMessagesAlone() {
        assertThat(WrittenDifferences.in("There is no such stack.")).isEmpty();
    }
}
