package io.catalogimport.job.report;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.report.RunFacts.AwsRefusal;
import io.catalogimport.job.report.RunFacts.Interruption;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.Figures;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.RunContext;
import org.jspecify.annotations.Nullable;

/** Collects the facts that decide how a run stands. */
final class RunInspection {
    private final RunContext context;
    private final Figures figures;
    private final ImportTally tally;
    private final LanePatience lanes;
    private final StopPolicy stop;

    RunInspection(RunContext context, Figures figures, ImportTally tally, LanePatience lanes, StopPolicy stop) {
        this.context = context;
        this.figures = figures;
        this.tally = tally;
        this.lanes = lanes;
        this.stop = stop;
    }

    /** The facts as they are now. */
    RunFacts facts(boolean othersAtWork) {
        return new RunFacts(
                context.options().command(),
                interruption(),
                othersAtWork,
                context.start().isTimeUp(context.options().startedAt()),
                tally.halt(),
                !lanes.refusals().isEmpty(),
                refusal(),
                figures.counts(context.run()),
                figures.selectedCounts(context.run()));
    }

    /** What ended the run, if it was an error. */
    @Nullable
    String error() {
        return stop.failure().map(Throwable::getMessage).orElse(null);
    }

    /** Whether the run is to end early. */
    boolean isStopping() {
        return interruption() != Interruption.NONE;
    }

    private Interruption interruption() {
        if (stop.failure().isPresent()) {
            return Interruption.FAILURE;
        }
        return stop.isRequested() ? Interruption.STOP_REQUEST : Interruption.NONE;
    }

    private AwsRefusal refusal() {
        if (figures.allHaveOnly(context.run(), FailureKind.REFUSALS)) {
            return AwsRefusal.ALL_DENIED;
        }
        if (figures.refusals(context.run(), FailureKind.OUTAGES).isEmpty()) {
            return AwsRefusal.NONE;
        }
        return figures.allHaveOnly(context.run(), FailureKind.OUTAGES)
                ? AwsRefusal.ALL_UNREACHABLE
                : AwsRefusal.SOME_UNREACHABLE;
    }
}
