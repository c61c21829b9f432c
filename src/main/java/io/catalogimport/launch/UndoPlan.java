package io.catalogimport.launch;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.launch.UndoneRow.End;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.Remark;
import io.catalogimport.releasing.ReleaseCheck;
import io.catalogimport.run.StopRequest;
import java.util.function.Consumer;

/** Looks at what an undo would release. Changes nothing. */
public final class UndoPlan {
    private final UndoRows rows;
    private final ReleaseCheck check;
    private final StopRequest stop;

    UndoPlan(UndoRows rows, ReleaseCheck check, StopRequest stop) {
        this.rows = rows;
        this.check = check;
        this.stop = stop;
    }

    /** Shows what would become of each row. */
    public UndoResult plan(Consumer<UndoneRow> view) {
        UndoTally tally = new UndoTally(view);
        return rows.workOn(tally, queue -> {
            for (var next = queue.take(); next.isPresent() && !stop.isRequested(); next = queue.take()) {
                Release row = next.get();
                tally.add(RowLogContext.during(row.entry(), () -> looked(row)));
                queue.done(row, true);
            }
        });
    }

    private UndoneRow looked(Release row) {
        if (row.entry().state() == MappingState.RELEASING) {
            return UndoneRow.of(row, End.RELEASING, Remark.NONE);
        }
        try {
            ReleaseCheck.Verdict verdict = check.of(row.entry());
            if (verdict instanceof ReleaseCheck.Verdict.Refused refused) {
                return UndoneRow.of(row, End.NOT_RELEASED, refused.remark());
            }
            return verdict instanceof ReleaseCheck.Verdict.Gone gone
                    ? UndoneRow.of(row, End.RELEASED, gone.remark())
                    : UndoneRow.of(row, End.RELEASABLE, Remark.NONE);
        } catch (LaneClosedException | AwsBusyException | AwsDeniedException | AwsRefusedException e) {
            return UndoneRow.of(row, End.NOT_RELEASED, remark(e));
        } catch (StopRequestedException e) {
            return UndoneRow.of(row, End.NOT_RELEASED, Remark.NONE);
        }
    }

    private static Remark remark(AwsException e) {
        return new Remark(e.reasonCode(), e.getMessage() + ".");
    }
}
