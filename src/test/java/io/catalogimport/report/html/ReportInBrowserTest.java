package io.catalogimport.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a headless Chromium, where there is one: that of the variable CHROMIUM, or one on the path. */
class ReportInBrowserTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path directory;
    private final Optional<String> chromium;

    ReportInBrowserTest(@TempDir Path directory) {
        this.directory = directory;
        this.chromium = Optional.ofNullable(System.getenv("CHROMIUM"))
                .or(() -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst());
        assumeTrue(chromium.isPresent(), "There is no Chromium");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 1_000, 10_000})
    void opensWithoutAnErrorAndShowsAllRows(int rows) throws Exception {
        Opened page = open(ReportScene.of(rows).writeTo(directory.resolve("report.html")), "");

        assertThat(page.console()).isEmpty();
        assertThat(page.status()).isEqualTo("%,d of %,d rows shown".formatted(rows, rows));
        assertThat(page.shown()).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void aLinkShowsOnlyTheRowsOfAStateWithAllWords(int rows) throws Exception {
        Path file = ReportScene.of(rows).writeTo(directory.resolve("report.html"));

        Opened failed = open(file, "#state=FAILED");
        Opened one = open(file, "#state=IMPORTED&q=ORDERS-905+prod-network0001");

        assertThat(failed.console()).isEmpty();
        assertThat(failed.shown()).isEqualTo(rows / 40);
        assertThat(failed.status()).startsWith(rows / 40 + " of ");
        assertThat(one.shown()).isEqualTo(rows == 1_000 ? 1 : 3);
    }

    @Test
    void runsNoScriptOfAHostileName() throws Exception {
        String hostile = "</script><script>document.title='hacked'</script><img src=x onerror=document.title='hacked'>";
        Path file = ReportScene.of(ReportScene.rejected(hostile)).writeTo(directory.resolve("report.html"));

        Opened page = open(file, "");

        assertThat(page.console()).isEmpty();
        assertThat(page.dom()).doesNotContain("<title>hacked").doesNotContain("<img");
        assertThat(page.shown()).isEqualTo(1);
    }

    private record Opened(String dom, List<String> console) {
        private static final Pattern ROW = Pattern.compile("<tr id=\"line-\\d+\" data-s=\"[A-Z_]+\">");
        private static final Pattern STATUS = Pattern.compile("<output[^>]*>([^<]*)</output>");

        /** A row that is not shown has one more attribute. */
        long shown() {
            return ROW.matcher(dom).results().count();
        }

        String status() {
            return STATUS.matcher(dom)
                    .results()
                    .map(status -> status.group(1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Opened open(Path file, String place) throws IOException, InterruptedException {
        Path dom = directory.resolve("dom.html");
        Path log = directory.resolve("log.txt");
        Process browser = new ProcessBuilder(
                        chromium.orElseThrow(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--dump-dom",
                        file.toUri() + place)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!browser.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            browser.destroyForcibly().waitFor();
            throw new AssertionError("The page is not there after " + LIMIT);
        }
        List<String> console = Files.readAllLines(log).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Opened(Files.readString(dom), console);
    }
}
