package io.catalogimport.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void quotesTheText() {
        assertThat(Excerpt.of("a b – ü")).isEqualTo("\"a b – ü\"");
    }

    @Test
    void shortensAfter80Characters() {
        assertThat(Excerpt.of("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        assertThat(Excerpt.of("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "…\"");
    }

    @Test
    void showsThePlaceThatMatters() {
        String text = "a".repeat(100) + "\u200B" + "b".repeat(100);

        assertThat(Excerpt.of(text, 100)).isEqualTo("\"…" + "a".repeat(60) + "\\u200B" + "b".repeat(19) + "…\"");
        assertThat(Excerpt.of(text, 200)).isEqualTo("\"…" + "b".repeat(80) + "\"");
        assertThat(Excerpt.of(text, 79)).isEqualTo(Excerpt.of(text));
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Excerpt.of("\uD83D\uDE00".repeat(81))).isEqualTo("\"" + "\uD83D\uDE00".repeat(80) + "…\"");
    }

    @Test
    void escapesWhatATerminalWouldObeyOrNotShow() {
        assertThat(Excerpt.of("a\tb\r\nc\u001B[2J\u00A0\u200B\u202E"))
                .isEqualTo("\"a\\tb\\r\\nc\\u001B[2J\\u00A0\\u200B\\u202E\"");
    }
}
