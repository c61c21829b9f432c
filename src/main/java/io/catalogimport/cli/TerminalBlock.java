package io.catalogimport.cli;

import io.catalogimport.cli.BlockText.Line;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Some lines at the bottom of a terminal that change in place. They are written over rather than erased, so that nothing
 * flickers, and only if they have changed. The cursor waits in the line below. Thread-safe.
 */
final class TerminalBlock {
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_TO_END_OF_SCREEN = "\u001b[J";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream terminal;
    private final Supplier<TerminalSize> size;
    private final boolean coloured;
    private List<Line> shown = List.of();
    private int columns;
    private boolean closed;

    TerminalBlock(PrintStream terminal, Supplier<TerminalSize> size, boolean coloured) {
        this.terminal = terminal;
        this.size = size;
        this.coloured = coloured;
    }

    /** Shows these lines in place of the former ones. */
    synchronized void show(Function<TerminalSize, List<Line>> text) {
        TerminalSize now = size.get();
        List<Line> lines = text.apply(now);
        if (!closed && (!lines.equals(shown) || now.columns() != columns)) {
            write(up(now) + drawn(lines) + ERASE_TO_END_OF_SCREEN);
            shown = lines;
            columns = now.columns();
        }
    }

    /** Writes text, which ends with a line break, above the block. */
    synchronized void above(String text) {
        String lines = text.replace("\n", ERASE_TO_END_OF_LINE + "\n");
        write(closed ? text : up(size.get()) + lines + drawn(shown) + ERASE_TO_END_OF_SCREEN);
    }

    /** Removes the block. Whatever is written later is written as it is. */
    synchronized void close() {
        if (!closed) {
            write(up(size.get()) + ERASE_TO_END_OF_SCREEN);
            closed = true;
        }
    }

    /** A stream for everybody else who writes to the terminal. Each line appears above the block when it is complete. */
    PrintStream stream() {
        return new PrintStream(new Lines(), true, Charset.defaultCharset());
    }

    /** To the block's first line. In a terminal that has become narrower, a line takes several. */
    private String up(TerminalSize now) {
        int rows = shown.stream()
                .mapToInt(line -> Math.max(1, (line.text().length() + now.columns() - 1) / now.columns()))
                .sum();
        return "\r" + (rows == 0 ? "" : "\u001b[" + rows + "A");
    }

    private String drawn(List<Line> lines) {
        StringBuilder drawn = new StringBuilder();
        for (Line line : lines) {
            boolean inColour = coloured && line.isTrouble();
            drawn.append(inColour ? RED + line.text() + PLAIN : line.text())
                    .append(ERASE_TO_END_OF_LINE)
                    .append('\n');
        }
        return drawn.toString();
    }

    private void write(String text) {
        terminal.print(text);
        terminal.flush();
    }

    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            synchronized (TerminalBlock.this) {
                line.write(one);
                if (one == '\n') {
                    above(line.toString(Charset.defaultCharset()));
                    line.reset();
                }
            }
        }
    }
}
