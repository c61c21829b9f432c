package io.catalogimport.launch;

import io.catalogimport.aws.RoleSettings;
import io.catalogimport.handover.NewOwner;
import io.catalogimport.launch.OperatorDesk.RunName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a handover works with.
 *
 * @param file the mapping file, as the user names it
 * @param run the run whose imports are handed over
 * @param lanes how many lanes are worked on at a time
 * @param lockWait how long another process that has the file or a lane is waited for
 * @param stateDirectory where the embedded database keeps its data, if there is no other database
 */
public record HandoverSettings(
        Instant startedAt,
        Path file,
        RunName run,
        NewOwner owner,
        Optional<RoleSettings> role,
        int lanes,
        Duration lockWait,
        Path stateDirectory)
        implements ChangeSettings {}
