package io.catalogimport.job.validate;

import io.catalogimport.aws.Pause;
import io.catalogimport.run.RunProgress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Waits for lanes that other workers validate: imports begin when every row has been looked at. */
final class ValidationWait implements Predicate<List<String>> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Pause pause;
    private final RunProgress progress;
    private boolean isTold;

    public ValidationWait(Pause pause, RunProgress progress) {
        this.pause = pause;
        this.progress = progress;
    }

    /** False if the run is to stop. */
    @Override
    public boolean test(List<String> lanes) {
        if (!isTold) {
            isTold = true;
            progress.note("Waiting for other workers that validate %d %s"
                    .formatted(lanes.size(), lanes.size() == 1 ? "lane" : "lanes"));
        }
        return pause.waitFor(BETWEEN_LOOKS);
    }
}
