package io.catalogimport.cli;

import io.catalogimport.launch.LedgerVisits;
import io.catalogimport.launch.OperatorDesk;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.run.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;

/** Where runs are found that other processes may be working on. */
final class RunMixin {
    /** As much of a digest as status shows, or more. */
    static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,64}");

    @Mixin
    private StateMixin state = new StateMixin();

    OperatorDesk desk(Clock clock) {
        return new OperatorDesk(visits(clock), clock);
    }

    LedgerVisits visits(Clock clock) {
        return LedgerVisits.to(state.stateDirectory(), clock, new StopRequest());
    }

    boolean debug() {
        return state.debug();
    }

    /** The run that the user means by a mapping file, or by how its digest begins. */
    static RunName named(String text) throws IOException {
        Path path = Path.of(text);
        if (Files.exists(path)) {
            return new RunName(MappingFile.open(path).digest(), path);
        }
        if (DIGEST.matcher(text).matches()) {
            return new RunName(text, null);
        }
        throw new NoSuchFileException(text);
    }
}
