package io.catalogimport.launch;

import io.catalogimport.launch.OperatorDesk.RunName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The settings that undo and handover have in common. */
interface ChangeSettings {
    Instant startedAt();

    /** The mapping file, as the user names it. */
    Path file();

    RunName run();

    /** How long another process that has the file or a lane is waited for. */
    Duration lockWait();

    /** Where the embedded database keeps its data, if there is no other database. */
    Path stateDirectory();
}
