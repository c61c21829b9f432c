package io.catalogimport.job.validate;

import io.catalogimport.ledger.EarlierReleases;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Rejects rows that repeat or contradict other rows, and withdraws verdicts of earlier starts. */
final class RowsLookedOver {
    /** AWS compares again when the import is submitted. */
    private static final Duration VERDICT_KEEPS = Duration.ofMinutes(15);

    private final RepeatedMappings repeated;
    private final LookingOver lookingOver;
    private final EarlierReleases released;
    private final RunContext context;

    RowsLookedOver(RepeatedMappings repeated, LookingOver lookingOver, EarlierReleases released, RunContext context) {
        this.repeated = repeated;
        this.lookingOver = lookingOver;
        this.released = released;
        this.context = context;
    }

    void lookOver() {
        Set<MappingState> open = open();
        // All that follows compares rows.
        lookingOver.countRows();
        // Before the rows are compared, because a released row contradicts no other one.
        keepReleased();
        repeated.judge(context.run(), open);
        lookingOver.takeBack(
                context.run(),
                context.options().selection(),
                open,
                new LookingOver.Start(
                        context.start().at(),
                        fresh(),
                        context.options().checks().toString()));
        keepReleased();
    }

    private void keepReleased() {
        if (!context.options().again()) {
            released.keep(context.run());
        }
    }

    /** When the time is up, no row is validated: why rows failed or were rejected stays with them until one is. */
    private Set<MappingState> open() {
        return context.isTimeUp()
                ? Set.of(MappingState.STAGED)
                : context.options().open();
    }

    /** A plan looks at everything. An import that goes on after a death must go on soon. */
    private Instant fresh() {
        return context.options().command() == RunCommand.PLAN
                ? context.start().at()
                : context.start().resumedAt().minus(VERDICT_KEEPS);
    }
}
