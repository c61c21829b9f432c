package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSizeTest {

    @Test
    void readsWhatSttySays() {
        assertThat(TerminalSize.parse("50 132\n")).isEqualTo(new TerminalSize(50, 132));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0\n", "stty: 'standard input': Inappropriate ioctl for device"})
    void takesTheUsualOneWhereTheTerminalDoesNotSay(String answer) {
        assertThat(TerminalSize.parse(answer)).isEqualTo(TerminalSize.USUAL);
    }
}
