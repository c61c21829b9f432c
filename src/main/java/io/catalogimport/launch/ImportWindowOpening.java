package io.catalogimport.launch;

import io.catalogimport.ledger.ImportWindows;
import io.catalogimport.ledger.ImportWindows.Known;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportWindow;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out when the present start may begin no further import. If that is already so, it says so.
 *
 * <p>With a time for the end alone, a retry at 06:05 looks like the first start of a window that ends tomorrow at 06:00. So the
 * end that the first start resolved is kept, and a start of the same file within {@link #QUIET} after it begins nothing. The
 * next night's start comes a day after the first one at the latest, so the quiet is over {@link #NEARLY_A_DAY} after that.
 */
final class ImportWindowOpening {
    private static final Duration QUIET = Duration.ofHours(12);
    private static final Duration NEARLY_A_DAY = Duration.ofHours(23);

    private final ImportWindows windows;
    private final RunOptions options;
    private final RunProgress progress;
    private final ImportWindow window;

    ImportWindowOpening(ImportWindows windows, RunOptions options, RunProgress progress) {
        this.windows = windows;
        this.options = options;
        this.progress = progress;
        this.window = options.limits().window();
    }

    /** The user's limits, with the end of the window. */
    ImportLimits limits() {
        Optional<Instant> ofWindow = window.until().map(until -> end(until.toString()));
        Optional<Instant> end = Stream.of(ofWindow, options.limits().endBy())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return options.limits().endingBy(end);
    }

    private Instant end(String until) {
        return window.from().isPresent() ? endOfOpenWindow() : endOfRememberedWindow(until);
    }

    private Instant endOfOpenWindow() {
        Instant start = options.startedAt();
        return window.closesAfter(start).orElseGet(() -> {
            progress.note("Nothing begins now: the window opens at %s."
                    .formatted(window.words(window.opensAfter(start).orElseThrow(), start)));
            return start;
        });
    }

    private Instant endOfRememberedWindow(String until) {
        Instant start = options.startedAt();
        String file = options.file().path().toAbsolutePath().normalize().toString();
        Optional<Known> latest = windows.latest(file, until).filter(known -> start.isBefore(quietUntil(known)));
        if (latest.isEmpty()) {
            Known begun = new Known(start, window.nextEnd(start).orElseThrow());
            windows.begin(file, until, begun);
            return begun.endsAt();
        }
        Instant end = latest.get().endsAt();
        if (!start.isBefore(end)) {
            progress.note(
                    ("Nothing begins now: the window of --until %s ended at %s. A start at %s or later counts as a new"
                                    + " window. Use --from to say when the window opens.")
                            .formatted(until, window.words(end), window.words(quietUntil(latest.get()))));
        }
        return end;
    }

    private static Instant quietUntil(Known known) {
        Instant nextStart = known.beganAt().plus(NEARLY_A_DAY);
        Instant quiet = known.endsAt().plus(QUIET);
        Instant end = nextStart.isBefore(quiet) ? nextStart : quiet;
        return end.isBefore(known.endsAt()) ? known.endsAt() : end;
    }
}
