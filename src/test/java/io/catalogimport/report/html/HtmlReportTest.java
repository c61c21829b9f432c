package io.catalogimport.report.html;

import static io.catalogimport.report.html.ReportScene.BEGUN;
import static io.catalogimport.report.html.ReportScene.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.PastPause;
import io.catalogimport.ledger.Remark;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.report.Rows;
import io.catalogimport.report.RunOutcome;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    private static final String POLICY = "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"";

    @Test
    void beginsWithTheVerdictInOneSentence() {
        String html = ReportScene.of(
                        row(2, MappingState.IMPORTED, Remark.NONE, BEGUN, BEGUN.plusSeconds(60)),
                        row(
                                3,
                                MappingState.REJECTED,
                                new Remark("STACK_NOT_FOUND", "There is no such stack."),
                                null,
                                null),
                        row(4, MappingState.READY, Remark.NONE, null, null))
                .html();

        assertThat(html)
                .contains("<title>mappings.csv: 1 of 3 rows is imported; 1 ready, 1 rejected.</title>")
                .contains("<p>1 of 3 rows is imported; 1 ready, 1 rejected.</p>");
    }

    @Test
    void saysThatAllIsDone() {
        String html = ReportScene.of(row(2, MappingState.ALREADY_IMPORTED, Remark.NONE, null, null))
                .ending(RunOutcome.COMPLETE)
                .html();

        assertThat(html).contains("<p>The only row is imported.</p>").contains("Nothing is left to do.");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 100, 10_001})
    void closesItsTagsWhenTheLedgerHasNoRowOfTheFile(int rows) {
        String html = ReportScene.of(rows).notStaged().html();

        for (String tag : List.of("table", "tbody", "div", "section")) {
            assertThat(html.split("</" + tag + ">")).hasSameSizeAs(html.split("<" + tag + "[ >]"));
        }
    }

    @Test
    void saysThatItWasKilled() {
        String html = ReportScene.of(row(2, MappingState.IN_PROGRESS, Remark.NONE, BEGUN, null))
                .died()
                .html();

        assertThat(html).contains("it was killed, or its machine failed").doesNotContain("so far");
    }

    @Test
    void saysInFlightOfAnImportThatIsFollowed() {
        String html = ReportScene.of(
                        row(2, MappingState.IN_PROGRESS, Remark.NONE, BEGUN, null),
                        row(3, MappingState.UNRESOLVED, Remark.NONE, BEGUN, null))
                .ending(null)
                .html();

        assertThat(html).contains("None of 2 rows is imported so far; 1 in flight, 1 without a known end.");
    }

    @Test
    void saysThatTheRunIsNotOver() {
        String html = ReportScene.of(
                        row(2, MappingState.IMPORTED, Remark.NONE, BEGUN, BEGUN.plusSeconds(60)),
                        row(3, MappingState.READY, Remark.NONE, null, null))
                .ending(null)
                .html();

        assertThat(html).contains("1 of 2 rows is imported so far; 1 ready.").contains("The run is not over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</script></style><b>",
                "{{verdict.sentence}}",
                "a\u0000\u0007\u001B[31m\u202Eb\u2028c\uD800"
            })
    void showsEveryTextAsText(String hostile) {
        String plain = of("orders", "message", "CODE_X").replaceAll("orders|message|CODE_X", "");

        String html = of(hostile, hostile, hostile);

        assertThat(tags(html.replace(safe(hostile), ""))).isEqualTo(tags(plain));
        assertThat(html.replace(safe(hostile), "")).doesNotContain(hostile);
        assertThat(html).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]");
    }

    private static String of(String name, String message, String code) {
        LedgerRow row = ReportScene.row(
                new StackMapping(2, new StackArn("aws", name, "111122223333", name, name), name, name, name),
                MappingState.FAILED,
                new Remark(code.replace(";", ""), message),
                BEGUN,
                BEGUN.plusSeconds(60));
        return ReportScene.of(row).html();
    }

    private static String safe(String text) {
        return new SafeText().escape(text);
    }

    /** The page without its texts. */
    private static String tags(String html) {
        return html.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
                .replaceAll("(?<=[>])[^<]*(?=<)", "")
                .replaceAll("\"[^\"]*\"", "");
    }

    @Test
    void obeysOnlyItsOwnStyleAndScript() throws Exception {
        String html = ReportScene.of(40).html();

        String policy = found(html, POLICY);
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("style-src '" + digest(found(html, "(?s)<style>(.*?)</style>")) + "'")
                .contains("script-src '" + digest(found(html, "(?s)<script>(.*?)</script>")) + "'");
    }

    @Test
    void namesNoAddressOnTheNetwork() {
        assertThat(ReportScene.of(40).html()).doesNotContainPattern("(?i)https?:|url\\(|@import|src=|//[a-z]");
    }

    @Test
    void explainsACodeWithTheWordsOfTheManual() {
        String html = ReportScene.of(40).html();

        assertThat(html)
                .contains("id=\"code-NO_LAUNCH_PATH\"")
                .contains("The caller has no access to the product through a portfolio.")
                .contains("<a href=\"#code-NO_LAUNCH_PATH\"><code>NO_LAUNCH_PATH</code></a>");
    }

    @Test
    void showsTheDifferencesOfTemplatesOneByOne() {
        assertThat(ReportScene.of(40).html())
                .contains("<dt><code>Resources.Bucket.Properties.Tags[0].Value</code></dt>"
                        + "<dd><span>stack</span> <code>&quot;live; 1&quot;</code></dd>"
                        + "<dd><span>product</span> <code>nothing</code></dd>");
    }

    @Test
    void drawsABarForEachImport() {
        String html = ReportScene.of(
                        row(2, MappingState.IMPORTED, Remark.NONE, BEGUN, BEGUN.plusSeconds(60)),
                        row(
                                14,
                                MappingState.FAILED,
                                new Remark("X", "No."),
                                BEGUN.plusSeconds(70),
                                BEGUN.plusSeconds(90)),
                        row(26, MappingState.IN_PROGRESS, Remark.NONE, BEGUN.plusSeconds(100), null))
                .html();

        assertThat(html)
                .contains("<title>Line 2, network-2: imported, 2026-03-02 20:00:00 to 20:01:00 (1 min)</title>")
                .contains("<title>Line 14, data-lake-14: failed, 2026-03-02 20:01:10 to 20:01:30 (20 s)</title>")
                .contains("<title>Line 26, payments-26: in flight, 2026-03-02 20:01:40 to 21:00:00 (58 min 20" + " s)");
    }

    @Test
    void showsWhereAProcessDiedAndHowLongNothingRan() {
        assertThat(ReportScene.of(202).html())
                .contains("its process died")
                .containsPattern("<rect class=\"break\"[^>]*><title>Nothing ran for 18 h, until ");
    }

    @Test
    void showsWhenTheRunWasPaused() {
        String html = ReportScene.of(
                        row(2, MappingState.IMPORTED, Remark.NONE, BEGUN, BEGUN.plusSeconds(60)),
                        row(26, MappingState.IMPORTED, Remark.NONE, BEGUN.plusSeconds(660), BEGUN.plusSeconds(720)))
                .paused(new PastPause(BEGUN.plusSeconds(50), BEGUN.plusSeconds(650), "anna@build-3"))
                .html();

        assertThat(html)
                .contains(
                        "<rect class=\"pause\"",
                        "Paused by anna@build-3 from 2026-03-02 20:00:50 to 2026-03-02 20:10:50 UTC (10 min)");
        // The pause is nobody's time.
        assertThat(html).contains("between two imports of a lane: 0.0 s", "did not run or was paused");
    }

    @Test
    void showsNoPauseWhereThereWasNone() {
        assertThat(ReportScene.of(40).html()).doesNotContain("class=\"pause\"", "Paused by");
    }

    @Test
    void readsNoMoreRowsForTheTableThanItShows() throws IOException {
        List<Integer> asked = new ArrayList<>();
        Rows rows = new Rows() {
            @Override
            public void forEach(Consumer<LedgerRow> consumer) {}

            @Override
            public void first(int most, Consumer<LedgerRow> consumer) {
                asked.add(most);
            }
        };

        ReportScene.of(1).write(rows, new StringWriter());

        assertThat(asked).containsExactly(HtmlReport.MOST_ROWS);
    }

    @Test
    void mergesTheBarsOfALaneWithManyImports() {
        String html = ReportScene.of(7_000).html();

        assertThat(count(html, "<rect class=\"(done|failed|open)\"")).isLessThan(LaneChart.MOST_BARS);
        assertThat(html).containsPattern("<title>\\d+ imports imported, ").contains("has one bar for imports");
    }

    @Test
    void cutsTheTableAndSaysWhereTheRestIs() {
        String html = ReportScene.of(2 * HtmlReport.MOST_ROWS).html();

        assertThat(count(html, "<tr id=\"line-")).isEqualTo(HtmlReport.MOST_ROWS);
        assertThat(html)
                .hasSizeLessThan(7_000_000)
                .contains("The table has the first 10,000 of 20,000 rows. All rows are in <code>results.csv</code>");
    }

    @Test
    void hasANameForEachPictureAndTable() {
        String html = ReportScene.of(40).html();

        assertThat(count(html, "<svg(?![^>]*(aria-hidden|aria-label))")).isEqualTo(1);
        assertThat(count(html, "<table")).isEqualTo(count(html, "<caption"));
        assertThat(count(html, "<th(?![^>]*scope)[ >]")).isZero();
        assertThat(html).contains("<html lang=\"en\">", "<main>", "<header>", "role=\"search\"");
    }

    private static long count(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }

    private static String found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String digest(@Nullable String text) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
