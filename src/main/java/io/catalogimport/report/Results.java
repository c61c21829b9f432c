package io.catalogimport.report;

import io.catalogimport.ledger.LockHolder;
import io.catalogimport.ledger.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result files of a run, in one directory. Each is replaced as a whole. */
public final class Results {
    private final Path directory;
    private final String writer;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param writer this process: several that share a run may write the same results at the same time */
    public Results(Path directory, LockHolder writer) {
        this.directory = directory;
        // In containers, processes of different hosts have the same number.
        this.writer = writer.host() + "-" + writer.process();
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

    /**
     * Writes all files.
     *
     * @param rows what the ledger has of the file, and the rest of the file where the ledger does not have all of it
     */
    public void write(Run run, Rows rows, RunSummary summary) {
        AtomicFile.replace(directory.resolve("results.csv"), writer, out -> new ResultsCsv(rows).write(run, out));
        AtomicFile.replace(
                directory.resolve("remaining.csv"), writer, run.form().charset(), out -> new RemainingCsv(rows)
                        .write(run, out));
        AtomicFile.replace(
                directory.resolve("summary.json"), writer, out -> out.write(json.writeValueAsString(summary) + "\n"));
    }
}
