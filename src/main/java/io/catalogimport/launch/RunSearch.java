package io.catalogimport.launch;

import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the run that a user names. */
final class RunSearch {
    private final Runs runs;
    private final String place;

    /** @param place which database it is, for messages */
    RunSearch(Runs runs, String place) {
        this.runs = runs;
        this.place = place;
    }

    /**
     * The run.
     *
     * @throws NoSuchRunException if the database does not know it
     */
    Run find(RunName name) {
        List<Run> found = runs.startingWith(name.digest());
        if (found.size() > 1) {
            throw NoSuchRunException.severalBeginWith(name.digest());
        }
        return found.stream().findFirst().orElseThrow(() -> unknown(name));
    }

    private NoSuchRunException unknown(RunName name) {
        Path file = name.file();
        return file == null
                ? NoSuchRunException.beginsWith(name.digest(), place)
                : NoSuchRunException.of(file, place, earlier(file));
    }

    private Optional<String> earlier(Path file) {
        return runs.lastOf(file.toString()).map(Run::digest);
    }
}
