package io.catalogimport.run;

import io.catalogimport.importing.Completion;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.Selection;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.validation.CheckSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user asks for.
 *
 * @param startedAt when the user's command began; it stays the same when the run goes on after an outage
 * @param selection the rows that are worked on
 * @param again whether rows that were released are imported again
 * @param adopt whether what this program imported before the database was lost counts as imported by this run
 * @param checks how rows are validated
 * @param nameScope in what a provisioned product's name is unique
 * @param importTimeout how long one import is followed
 * @param unchangedAfter how long a stack may keep its status when all else of its import is done
 * @param lockWait how long another process that has the file or a lane is waited for
 * @param results where the results are written
 * @param stateDirectory where the embedded database keeps its data, if there is no other database
 */
public record RunOptions(
        RunCommand command,
        MappingFile file,
        Instant startedAt,
        Selection selection,
        boolean again,
        boolean adopt,
        CheckSettings checks,
        NameScope nameScope,
        Completion completion,
        Duration importTimeout,
        Duration unchangedAfter,
        ImportLimits limits,
        LaneOptions lanes,
        AwsOptions aws,
        Duration lockWait,
        Path results,
        Path stateDirectory) {

    /** The states of the rows that are judged anew. */
    public Set<MappingState> open() {
        if (!again) {
            return command.open();
        }
        Set<MappingState> open = EnumSet.of(MappingState.RELEASED);
        open.addAll(command.open());
        return open;
    }

    /** What all workers that share a run have to be asked for alike, as on the command line. */
    String ofAllWorkers() {
        Stream<String> always =
                Stream.of(checks.toString(), "--name-scope " + nameScope, "--lane-scope " + lanes.scope());
        Stream<String> ifGiven = Stream.of(
                        selection.equals(Selection.ALL) ? "" : "--only " + selection,
                        again ? "--again" : "",
                        adopt ? "--adopt" : "",
                        limits.strict() ? "--strict" : "",
                        limits.failureBudget()
                                .map(budget -> "--max-failures " + budget)
                                .orElse(""),
                        limits.limit().map(limit -> "--limit " + limit).orElse(""))
                .filter(option -> !option.isEmpty());
        return Stream.concat(always, ifGiven)
                .map(option -> option.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" "));
    }

    /** The same, with another time to wait for locks. */
    public RunOptions withLockWait(Duration other) {
        return new RunOptions(
                command,
                file,
                startedAt,
                selection,
                again,
                adopt,
                checks,
                nameScope,
                completion,
                importTimeout,
                unchangedAfter,
                limits,
                lanes,
                aws,
                other,
                results,
                stateDirectory);
    }

    /** The same, with the results in another directory. */
    public RunOptions withResults(Path other) {
        return new RunOptions(
                command,
                file,
                startedAt,
                selection,
                again,
                adopt,
                checks,
                nameScope,
                completion,
                importTimeout,
                unchangedAfter,
                limits,
                lanes,
                aws,
                lockWait,
                other,
                stateDirectory);
    }
}
