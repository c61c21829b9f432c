package io.catalogimport.cli;

import io.catalogimport.launch.OperatorDesk.PauseResult;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pause and resume say. */
final class PauseText {
    private final String name;
    private final PauseResult result;
    private final RunOverview run;

    /** @param name how the user calls the run */
    PauseText(String name, PauseResult result) {
        this.name = name;
        this.result = result;
        this.run = result.run();
    }

    List<String> paused() {
        if (run.state() == RunState.COMPLETE && !result.isChanged()) {
            return lines("Every row of %s is imported: there is nothing to pause.".formatted(run.file()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                result.isChanged()
                        ? "Paused: %s.".formatted(title())
                        : "%s is paused already: %s paused it at %s."
                                .formatted(title(), run.pausedBy(), moment(run.pausedAt())));
        if (run.workers().isEmpty()) {
            lines.add("Nobody works on it now. A start of its import ends with 75 until it is resumed.");
        } else {
            lines.add(workers() + (run.workers().size() == 1 ? " holds" : " hold") + " before the next import.");
        }
        if (run.inFlight() > 0 && !run.workers().isEmpty()) {
            lines.add(
                    run.inFlight() == 1
                            ? "1 import is in flight and is followed to its end."
                            : run.inFlight() + " imports are in flight and are followed to their end.");
        }
        lines.add("To go on: catalog-import resume " + name);
        return lines(lines.toArray(String[]::new));
    }

    List<String> resumed() {
        if (!result.isChanged()) {
            return lines("%s is not paused.".formatted(title()));
        }
        return lines(
                "Resumed: %s. %s had paused it at %s.".formatted(title(), result.pausedBy(), moment(result.pausedAt())),
                run.workers().isEmpty()
                        ? "Nobody works on it now. To go on: catalog-import import %s".formatted(run.file())
                        : workers() + (run.workers().size() == 1 ? " goes" : " go") + " on within seconds.");
    }

    private String workers() {
        return run.workers().size() == 1
                ? "Process %d on host %s"
                        .formatted(
                                run.workers().get(0).process(),
                                run.workers().get(0).host())
                : run.workers().size() + " processes";
    }

    private String title() {
        return "%s (run %s)".formatted(run.file(), StatusText.digest(run));
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "-" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static List<String> lines(String... lines) {
        return List.of(lines).stream().map(Printable::text).toList();
    }
}
