package io.catalogimport.sandbox.world;

import java.time.Instant;

/** When the parts of one import begin and end, and the timelines that follow from it. */
record ImportSchedule(Instant start, ImportTimings timings) {

    Instant recordEnd() {
        return start.plus(timings.record());
    }

    Timeline<SandboxRecordStatus> working() {
        return SandboxRecordStatus.working(start, timings.record());
    }

    Timeline<SandboxProvisionedProductStatus> changing() {
        return Timeline.starting(start, SandboxProvisionedProductStatus.UNDER_CHANGE);
    }

    Timeline<SandboxProvisionedProductStatus> changingTo(SandboxProvisionedProductStatus end) {
        return changing().then(recordEnd(), end);
    }

    Timeline<SandboxStackStatus> importing() {
        return Timeline.starting(start, SandboxStackStatus.IMPORT_IN_PROGRESS);
    }

    Timeline<SandboxStackStatus> imported() {
        return importing().then(stackEnd(), SandboxStackStatus.IMPORT_COMPLETE);
    }

    /** The roll-back begins when the record fails, so it cannot end before. */
    Timeline<SandboxStackStatus> rolledBack() {
        Instant end = stackEnd().isAfter(recordEnd()) ? stackEnd() : recordEnd();
        return importing()
                .then(recordEnd(), SandboxStackStatus.IMPORT_ROLLBACK_IN_PROGRESS)
                .then(end, SandboxStackStatus.IMPORT_ROLLBACK_COMPLETE);
    }

    private Instant stackEnd() {
        return start.plus(timings.stack());
    }
}
