package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.world.SandboxRecord.Failure;
import java.time.Instant;
import java.util.Optional;

/** What happens to the record, the provisioned product and the stack from the start of an update on. */
record UpdateCourse(boolean fails, Instant start, ImportTimings timings) {
    private static final String COMPLAINT = "The update failed and was rolled back (seeded failure).";

    Timeline<SandboxRecordStatus> record() {
        return SandboxRecordStatus.working(start, timings.record())
                .then(recordEnd(), fails ? SandboxRecordStatus.FAILED : SandboxRecordStatus.SUCCEEDED);
    }

    Timeline<SandboxProvisionedProductStatus> provisionedProduct() {
        return Timeline.starting(start, SandboxProvisionedProductStatus.UNDER_CHANGE)
                .then(
                        recordEnd(),
                        fails ? SandboxProvisionedProductStatus.TAINTED : SandboxProvisionedProductStatus.AVAILABLE);
    }

    Timeline<SandboxStackStatus> stack() {
        return Timeline.starting(start, SandboxStackStatus.UPDATE_IN_PROGRESS)
                .then(
                        recordEnd(),
                        fails ? SandboxStackStatus.UPDATE_ROLLBACK_COMPLETE : SandboxStackStatus.UPDATE_COMPLETE);
    }

    Optional<Failure> failure() {
        return fails ? Optional.of(new Failure("ValidationError", COMPLAINT)) : Optional.empty();
    }

    private Instant recordEnd() {
        return start.plus(timings.record());
    }
}
