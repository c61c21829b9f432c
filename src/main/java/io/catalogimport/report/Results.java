package io.catalogimport.report;

import io.catalogimport.database.LockHolder;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.RunHistory;
import io.catalogimport.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result files of a run, in one directory. Each is replaced as a whole. Thread-safe. */
public final class Results {
    private static final Logger log = LoggerFactory.getLogger(Results.class);

    private final ResultsDirectory directory;
    private final String writer;
    private final Function<Run, RunHistory> history;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private Path written;
    private boolean hasEnded;

    /**
     * Of one process.
     *
     * @param writer this process: several that share a run may write the same results at the same time
     * @param history when a run was started and paused
     */
    public Results(Path directory, LockHolder writer, Function<Run, RunHistory> history) {
        this.directory = new ResultsDirectory(directory);
        this.written = directory;
        // In containers, processes of different hosts have the same number. After an outage of the database, the
        // results of
        // the start before may still be written in this process.
        this.writer = "%s-%d-%x".formatted(writer.host(), writer.process(), System.nanoTime());
        this.history = history;
    }

    /**
     * Finds out, before anything is imported, whether results can be written.
     *
     * @throws ResultsException if they cannot
     */
    public static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".try", ".tmp"));
        } catch (IOException e) {
            throw new ResultsException(directory, e);
        }
    }

    /** Where the results were written: a directory in the one that was asked for, if that has those of another mapping file. */
    public synchronized Path directory() {
        return written;
    }

    /**
     * Writes all files at the end of a start. What {@link #refresh} is asked for after that is out of date.
     *
     * @param rows what the ledger has of the file, and the rest of the file where the ledger does not have all of it
     */
    public synchronized void write(Run run, Rows rows, RunSummary summary) {
        hasEnded = true;
        writeAll(run, rows, summary);
        new DiffFiles(written.resolve("diffs"), writer).write(rows);
    }

    /** Writes all files but the differences in the middle of a start. */
    public synchronized void refresh(Run run, Rows rows, RunSummary summary) {
        if (!hasEnded) {
            writeAll(run, rows, summary);
        }
    }

    private void writeAll(Run run, Rows rows, RunSummary summary) {
        Path place = place(summary);
        AtomicFile.replace(place.resolve("results.csv"), writer, out -> new ResultsCsv(rows).write(run, out));
        AtomicFile.replace(place.resolve("remaining.csv"), writer, run.form().charset(), out -> new RemainingCsv(rows)
                .write(run, out));
        AtomicFile.replace(place.resolve("report.html"), writer, out -> new HtmlReport(summary, history.apply(run))
                .write(rows, out));
        AtomicFile.replace(
                place.resolve("summary.json"), writer, out -> out.write(json.writeValueAsString(summary) + "\n"));
    }

    private Path place(RunSummary summary) {
        Path place = directory.of(summary.mappingFile());
        if (!place.equals(written)) {
            log.warn("{} has the results of another mapping file. The results go to {}.", written, place);
            written = place;
        }
        return place;
    }
}
