package io.catalogimport.cli;

import io.catalogimport.launch.OperatorDesk.Effect;
import io.catalogimport.launch.OperatorDesk.PauseResult;
import io.catalogimport.status.RunOverview;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What pause and resume say. */
final class PauseText {
    private final String name;
    private final PauseResult result;

    /** @param name how the user calls the run */
    PauseText(String name, PauseResult result) {
        this.name = name;
        this.result = result;
    }

    List<String> paused() {
        if (result.effect() == Effect.NOTHING_LEFT_TO_PAUSE) {
            return lines("Every row of %s is imported: there is nothing to pause.".formatted(file()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                result.effect() == Effect.CHANGED
                        ? "Paused: %s.".formatted(title())
                        : "%s is paused already: %s.".formatted(title(), words(" paused it at ")));
        lines.addAll(result.seen().run() == null ? unseen() : held(result.seen().run()));
        lines.add("To go on: catalog-import resume " + name);
        return lines(lines.toArray(String[]::new));
    }

    private static List<String> held(RunOverview run) {
        if (run.workers().isEmpty()) {
            return List.of("Nobody works on it now. A start of its import ends with 75 until it is resumed.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(workers(run) + (run.workers().size() == 1 ? " holds" : " hold") + " before the next import.");
        if (run.inFlight() > 0) {
            lines.add(
                    run.inFlight() == 1
                            ? "1 import is in flight and is followed to its end."
                            : run.inFlight() + " imports are in flight and are followed to their end.");
        }
        return lines;
    }

    List<String> resumed() {
        if (result.effect() != Effect.CHANGED) {
            return lines("%s is not paused.".formatted(title()));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Resumed: %s. %s.".formatted(title(), words(" had paused it at ")));
        lines.addAll(
                result.seen().run() == null ? unseen() : goesOn(result.seen().run()));
        return lines(lines.toArray(String[]::new));
    }

    private static List<String> goesOn(RunOverview run) {
        return List.of(
                run.workers().isEmpty()
                        ? "Nobody works on it now. To go on: catalog-import import %s".formatted(run.file())
                        : workers(run) + (run.workers().size() == 1 ? " goes" : " go") + " on within seconds.");
    }

    /** The change is made all the same. */
    private List<String> unseen() {
        return result.seen().failure() == null
                ? List.of()
                : List.of("Who works on it could not be read. "
                        + Diagnosis.of(result.seen().failure()).sentence());
    }

    private static String workers(RunOverview run) {
        return run.workers().size() == 1
                ? "Process %d on host %s"
                        .formatted(
                                run.workers().get(0).process(),
                                run.workers().get(0).host())
                : run.workers().size() + " processes";
    }

    private String title() {
        return "%s (run %s)".formatted(file(), StatusText.digest(result.digest()));
    }

    private String file() {
        return result.seen().run() == null ? name : result.seen().run().file();
    }

    private String words(String between) {
        return result.pause() == null
                ? "somebody" + between + "-"
                : result.pause().by() + between + moment(result.pause().at());
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static List<String> lines(String... lines) {
        return List.of(lines).stream().map(Printable::text).toList();
    }
}
