package io.catalogimport.run;

import io.catalogimport.ledger.Pauses.Word;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;

/** Somebody has paused the run, so that nothing may be imported until it is resumed. */
public final class RunPausedException extends RuntimeException {
    RunPausedException(Word pause, Path file) {
        super(
                "%s is paused: %s paused it at %s. No import was started. To go on: catalog-import resume %s, then run again."
                        .formatted(file, pause.by(), pause.at().truncatedTo(ChronoUnit.SECONDS), file));
    }
}
