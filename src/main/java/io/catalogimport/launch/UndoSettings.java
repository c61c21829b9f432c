package io.catalogimport.launch;

import io.catalogimport.aws.RoleSettings;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.ledger.ReleaseChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an undo works with.
 *
 * @param file the mapping file, as the user names it
 * @param run the run whose imports are released
 * @param lanes how many lanes are worked on at a time
 * @param timeout how long one release is followed
 * @param lockWait how long another process that has the file or a lane is waited for
 * @param results where the results are written
 * @param stateDirectory where the embedded database keeps its data, if there is no other database
 */
public record UndoSettings(
        Instant startedAt,
        Path file,
        RunName run,
        ReleaseChoice choice,
        Optional<RoleSettings> role,
        int lanes,
        Duration timeout,
        Duration lockWait,
        Path results,
        Path stateDirectory)
        implements ChangeSettings {}
