package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.cli.BlockText.Line;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalBlockTest {
    private static final String ERASE_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private TerminalSize size = new TerminalSize(24, 80);
    private final TerminalBlock block = block(false);

    @Test
    void writesOverItsLines() {
        show("one", "two");
        written.reset();

        show("one", "three");

        assertThat(written()).isEqualTo("\r\u001b[2Aone" + ERASE_LINE + "\nthree" + ERASE_LINE + "\n" + ERASE_BELOW);
    }

    @Test
    void writesNothingWhereNothingHasChanged() {
        show("one");
        written.reset();

        show("one");

        assertThat(written()).isEmpty();
    }

    @Test
    void goesUpByTheRowsThatItsLinesTakeInANarrowerTerminal() {
        show("a".repeat(70), "two");
        written.reset();
        size = new TerminalSize(24, 30);

        show("one");

        assertThat(written()).startsWith("\r\u001b[4A");
    }

    @Test
    void writesOtherTextAboveItself() {
        show("one");
        written.reset();

        block.stream().print("a log line\n");

        assertThat(written())
                .isEqualTo("\r\u001b[1Aa log line" + ERASE_LINE + "\none" + ERASE_LINE + "\n" + ERASE_BELOW);
    }

    @Test
    void leavesNothingBehind() {
        show("one", "two");
        written.reset();

        block.close();
        show("three");
        block.stream().print("a log line\n");

        assertThat(written()).isEqualTo("\r\u001b[2A" + ERASE_BELOW + "a log line\n");
    }

    @Test
    void showsTroubleInColourOnlyWhereColoursAreWanted() {
        Line trouble = new Line("1 failed", true);
        block.show(any -> List.of(trouble));
        assertThat(written()).doesNotContain("\u001b[31m");

        block(true).show(any -> List.of(trouble));
        assertThat(written()).contains("\u001b[31m1 failed\u001b[0m");
    }

    private void show(String... lines) {
        block.show(any ->
                List.of(lines).stream().map(text -> new Line(text, false)).toList());
    }

    private TerminalBlock block(boolean coloured) {
        return new TerminalBlock(new PrintStream(written, true, StandardCharsets.UTF_8), () -> size, coloured);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
