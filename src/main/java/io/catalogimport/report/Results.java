package io.catalogimport.report;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result files of a run, in one directory. Each is replaced as a whole. */
public final class Results {
    private final LedgerReading ledger;
    private final Path directory;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Results(LedgerReading ledger, Path directory) {
        this.ledger = ledger;
        this.directory = directory;
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

    /** Writes all files. */
    public void write(Run run, RunSummary summary) {
        AtomicFile.replace(directory.resolve("results.csv"), writer -> new ResultsCsv(ledger).write(run, writer));
        AtomicFile.replace(directory.resolve("remaining.csv"), writer -> new RemainingCsv(ledger).write(run, writer));
        AtomicFile.replace(
                directory.resolve("summary.json"), writer -> writer.write(json.writeValueAsString(summary) + "\n"));
    }
}
