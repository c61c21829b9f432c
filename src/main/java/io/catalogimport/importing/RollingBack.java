package io.catalogimport.importing;

import io.catalogimport.aws.StackDescription;
import io.catalogimport.ledger.Remark;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The import failed. Waits until the stack is no longer in progress, because until then its lane is not free. */
final class RollingBack implements Phase.AfterRecord, Phase.AfterProduct {
    private final ImportView view;
    private final Remark failure;

    RollingBack(ImportView view, Remark failure) {
        this.view = view;
        this.failure = failure;
    }

    /** The failure of an import whose provisioned product does not exist. */
    static Remark gone(String what) {
        return new Remark("PROVISIONED_PRODUCT_GONE", what + ". Run again to import the stack once more.");
    }

    @Override
    public Optional<Ended> look() {
        return isAtRest() ? Optional.of(new Ended(new ImportOutcome.Failed(failure))) : Optional.empty();
    }

    private boolean isAtRest() {
        return view.settings().completion() == Completion.RECORD
                || view.stack().filter(StackDescription::isInProgress).isEmpty();
    }

    @Override
    public Remark timedOut(@Nullable String trouble) {
        return new Remark(
                failure.code(),
                "The import failed, and after %s its stack is still in progress. See the stack's events, then run again to follow it further. The failure: %s"
                        .formatted(DurationWords.of(view.settings().timeout()), failure.message()));
    }
}
