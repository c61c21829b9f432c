package io.catalogimport.run;

import io.catalogimport.ledger.Starts.Start;
import io.catalogimport.ledger.Workers.Worker;
import java.util.List;
import java.util.stream.Collectors;

/** What a worker says when it joins a run that several processes share. */
final class JoiningText {
    /** With {@code --lane-scope run}. */
    static final String ONE_LANE =
            "With --lane-scope run, the whole file is one lane: one worker imports, and the others"
                    + " validate and stand by.";

    private static final int MOST_WORKERS = 5;

    private JoiningText() {}

    /**
     * One line.
     *
     * @param isKnown whether other workers have begun the start
     */
    static String of(Start start, List<Worker> others, boolean isKnown) {
        if (!others.isEmpty()) {
            return "This run is shared, since " + start.at() + ". At work besides this worker: " + names(others) + ".";
        }
        return isKnown
                ? "This run is shared. All workers of its start at " + start.at()
                        + " have ended; this worker continues it."
                : "This run is shared. No other worker is at work yet; the same command on any host joins this one.";
    }

    private static String names(List<Worker> workers) {
        String first = workers.stream()
                .limit(MOST_WORKERS)
                .map(Worker::process)
                .map(process -> "process " + process.process() + " on host " + process.host())
                .collect(Collectors.joining(", "));
        int more = workers.size() - MOST_WORKERS;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
