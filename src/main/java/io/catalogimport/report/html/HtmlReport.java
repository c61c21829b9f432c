package io.catalogimport.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.RunHistory;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.mapping.Problem;
import io.catalogimport.report.Rows;
import io.catalogimport.report.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * report.html. The rows go by three times and are never kept: once for the figures, once for the bars of the timeline, and once
 * for the table.
 */
public final class HtmlReport {
    /** A browser filters this many rows without a delay that anybody notices. */
    public static final int MOST_ROWS = 10_000;

    private static final int MOST_STARTS = 30;
    private static final Explanations EXPLANATIONS = Explanations.load();
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final Template TEMPLATE = Mustache.compiler()
            .withEscaper(new SafeText())
            .nullValue("")
            .emptyStringIsFalse(true)
            .compile(resource("report.mustache"));

    private final RunSummary summary;
    private final RunHistory history;

    public HtmlReport(RunSummary summary, RunHistory history) {
        this.summary = summary;
        this.history = history;
    }

    /** Writes the page. */
    public void write(Rows rows, Writer writer) throws IOException {
        Overview overview = new Overview(history, summary.writtenAt());
        rows.forEach(overview::add);
        try {
            TEMPLATE.execute(page(overview, rows), writer);
        } catch (MustacheException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Page page(Overview overview, Rows rows) throws IOException {
        return new Page(
                Head.of(summary, STYLE, SCRIPT),
                Standing.of(summary),
                StateView.of(new StateCounts(summary.rows())),
                overview.reasons().problems(EXPLANATIONS),
                overview.reasons().warnings(EXPLANATIONS),
                summary.obstacles(),
                summary.fileWarnings(),
                overview.lanes().isEmpty() ? null : Charts.of(overview, rows, summary.writtenAt()),
                overview.starts().views(MOST_STARTS),
                table(overview.rows(), rows));
    }

    /** @param total how many rows there are; the summary counts only those of the ledger */
    private Table table(long total, Rows rows) {
        long shown = Math.min(total, MOST_ROWS);
        Mustache.Lambda lines = (line, out) -> {
            int[] place = new int[1];
            rows.first(MOST_ROWS, row -> {
                line.execute(RowView.of(row, place[0], shown - 1, summary.writtenAt()), out);
                place[0]++;
            });
        };
        return new Table(lines, Words.number(total), Words.number(shown), total > MOST_ROWS);
    }

    /** The rows, which are written as they go by. */
    record Table(Mustache.Lambda rows, String total, String shown, boolean isCut) {}

    /** All that the template shows. */
    record Page(
            Head head,
            Standing verdict,
            List<StateView> states,
            List<Reasons.View> problems,
            List<Reasons.View> warnings,
            List<Obstacle> obstacles,
            List<Problem> fileWarnings,
            @Nullable Charts charts,
            List<StartTally.View> starts,
            Table table) {}

    private static String resource(String name) {
        try (InputStream content = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
