package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a stranger has written makes the terminal do anything, neither as output nor as a log line. */
class PrintableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001b[2Jb",
                "a\u009b2Jb",
                "a\r\nb",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u2066b",
                "a\u200fb",
                "a\u007fb",
                "a\u0007b"
            })
    void takesOutWhatATerminalObeys(String text) {
        assertThat(Printable.text(text)).matches("a .*b").doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*");
    }

    @Test
    void leavesWordsOfAllLanguagesAsTheyAre() {
        assertThat(Printable.text("Größe, 名前, имя, 😀")).isEqualTo("Größe, 名前, имя, 😀");
    }

    @Test
    void aLogLineIsOneLineThatATerminalDoesNotObey() throws JoranException {
        String logged = logged("begun\n2026-01-01 ERROR forged \u001b[2J \u009b2J \u202e end", null);

        assertThat(logged).hasLineCount(1).contains("begun 2026-01-01 ERROR forged ", "end");
        assertThat(logged.strip()).doesNotMatch(".*[\\p{Cc}\\p{Cf}].*");
    }

    @Test
    void aStackTraceHasItsLinesAndNothingElseThatATerminalObeys() throws JoranException {
        String logged = logged("failed", new IllegalStateException("\u001b[2J \u009b2J \u202e end"));

        assertThat(logged).contains("failed\n", "IllegalStateException: ", "end\n\tat ");
        assertThat(logged).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}&&[^\\n\\t]].*");
    }

    /** What the program's own logging configuration writes to stderr. */
    private static String logged(String message, @Nullable Exception error) throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            LoggerContext context = new LoggerContext();
            context.setMDCAdapter(new LogbackMDCAdapter());
            context.putProperty("catalog-import.log.exception", Console.STACK_TRACE);
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(PrintableTest.class.getResource("/logback.xml"));
            context.getLogger("io.catalogimport.test").error(message, error);
            context.stop();
        } finally {
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
