package io.catalogimport.ledger;

import java.util.List;
import java.util.stream.Collectors;

/** Which of the imported rows of a run are to be released. */
public sealed interface ReleaseChoice {

    /** Every row that the run has imported. */
    record All() implements ReleaseChoice {}

    /** The rows on these lines of the file. */
    record OnLines(List<Selection.Lines> lines) implements ReleaseChoice {
        public OnLines {
            lines = List.copyOf(lines);
        }

        /** As PostgreSQL writes an array of ranges. */
        String ranges() {
            return lines.stream()
                    .map(range -> "\"[" + range.first() + "," + range.last() + "]\"")
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /**
     * What the run's last start that imports has imported, if an import of that start has failed or has no known end. If
     * none has, there is nothing to release.
     */
    record FailedCanary() implements ReleaseChoice {}
}
