package io.catalogimport.cli;

import io.catalogimport.database.LockHolder;
import io.catalogimport.ledger.Workers.Worker;
import java.util.List;

/** What is said about another worker: where it is, and in which lanes it imports. */
final class WorkerText {
    private static final int MOST_LANES = 3;

    private WorkerText() {}

    static String of(Worker worker) {
        LockHolder process = worker.process();
        return "Process " + process.process() + " on host " + process.host() + " still works on this file"
                + place(worker.lanes()) + ".";
    }

    private static String place(List<String> lanes) {
        if (lanes.isEmpty()) {
            return "";
        }
        String first = String.join(", ", lanes.subList(0, Math.min(MOST_LANES, lanes.size())));
        int more = lanes.size() - MOST_LANES;
        return " in " + first + (more > 0 ? " and " + more + " more" : "");
    }
}
