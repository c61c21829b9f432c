package io.catalogimport.report;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.mapping.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of summary.json. Within a schema version, members are only ever added.
 *
 * @param command what was started last: {@code plan} or {@code import}
 * @param outcome how the start ended; null while it goes on, and if its process died
 * @param finishedAt when it ended; null while it goes on, and if its process died
 * @param writtenAt how fresh the results are
 * @param died whether the process of the start ended without a word: it was killed, or its machine failed
 * @param rows how many rows are in each state; every state is there
 * @param obstacles imports whose end is not known and that keep others from beginning
 * @param error what ended the run, where the outcome is FAILED
 * @param fileWarnings what in the mapping file as a whole is read in another way than a plain one's
 */
public record RunSummary(
        int schemaVersion,
        String command,
        MappingFileSummary mappingFile,
        @Nullable RunOutcome outcome,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Instant writtenAt,
        boolean died,
        long total,
        Map<MappingState, Long> rows,
        List<Obstacle> obstacles,
        List<Problem> fileWarnings) {
    /** The version of the schema that this class stands for. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Which file it was.
     *
     * @param path as the user named it
     * @param absolutePath by which another start in another directory knows it; empty in results of older versions
     */
    public record MappingFileSummary(String path, String absolutePath, String sha256) {
        /** A file that this start reads. */
        public static MappingFileSummary of(Path path, String sha256) {
            return new MappingFileSummary(
                    path.toString(), path.toAbsolutePath().normalize().toString(), sha256);
        }
    }

    public RunSummary {
        obstacles = List.copyOf(obstacles);
        fileWarnings = List.copyOf(fileWarnings);
    }
}
