package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Java makes of a path that is not ASCII, in a locale that knows ASCII alone. */
class UnreadableTextTest {
    @Test
    void saysWhatToDoAboutAPathThatTheLocaleDoesNotHave() {
        assertThat(UnreadableText.among(Stream.of("plan", "\uFFFD\uFFFDbernahme/m.csv"), StandardCharsets.US_ASCII))
                .get()
                .asString()
                .startsWith("This argument or path cannot be read in the locale ")
                .contains("bernahme/m.csv")
                .endsWith("Set LC_ALL=C.UTF-8.");
    }

    @Test
    void saysNothingWhereTheLocaleHasThePath() {
        assertThat(UnreadableText.among(Stream.of("/tmp/\u00DCbernahme"), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(UnreadableText.among(Stream.of("/tmp/plain"), StandardCharsets.US_ASCII))
                .isEmpty();
    }
}
