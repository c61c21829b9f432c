package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.world.CatalogRecord.Failure;
import java.time.Instant;
import java.util.Optional;

/** What happens to the record, the provisioned product and the stack from the start of an update on. */
record UpdateCourse(boolean fails, Instant start, ImportTimings timings) {
    private static final String COMPLAINT = "The update failed and was rolled back (seeded failure).";

    Timeline<RecordStatus> record() {
        return RecordStatus.working(start, timings.record())
                .then(recordEnd(), fails ? RecordStatus.FAILED : RecordStatus.SUCCEEDED);
    }

    Timeline<ProvisionedProductStatus> provisionedProduct() {
        return Timeline.starting(start, ProvisionedProductStatus.UNDER_CHANGE)
                .then(recordEnd(), fails ? ProvisionedProductStatus.TAINTED : ProvisionedProductStatus.AVAILABLE);
    }

    Timeline<StackStatus> stack() {
        return Timeline.starting(start, StackStatus.UPDATE_IN_PROGRESS)
                .then(recordEnd(), fails ? StackStatus.UPDATE_ROLLBACK_COMPLETE : StackStatus.UPDATE_COMPLETE);
    }

    Optional<Failure> failure() {
        return fails ? Optional.of(new Failure("ValidationError", COMPLAINT)) : Optional.empty();
    }

    private Instant recordEnd() {
        return start.plus(timings.record());
    }
}
