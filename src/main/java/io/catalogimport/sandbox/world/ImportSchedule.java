package io.catalogimport.sandbox.world;

import java.time.Instant;

/** When the parts of one import begin and end, and the timelines that follow from it. */
record ImportSchedule(Instant start, ImportTimings timings) {

    Instant recordEnd() {
        return start.plus(timings.record());
    }

    Timeline<RecordStatus> working() {
        return RecordStatus.working(start, timings.record());
    }

    Timeline<ProvisionedProductStatus> changing() {
        return Timeline.starting(start, ProvisionedProductStatus.UNDER_CHANGE);
    }

    Timeline<ProvisionedProductStatus> changingTo(ProvisionedProductStatus end) {
        return changing().then(recordEnd(), end);
    }

    Timeline<StackStatus> importing() {
        return Timeline.starting(start, StackStatus.IMPORT_IN_PROGRESS);
    }

    Timeline<StackStatus> imported() {
        return importing().then(stackEnd(), StackStatus.IMPORT_COMPLETE);
    }

    /** The roll-back begins when the record fails, so it cannot end before. */
    Timeline<StackStatus> rolledBack() {
        Instant end = stackEnd().isAfter(recordEnd()) ? stackEnd() : recordEnd();
        return importing()
                .then(recordEnd(), StackStatus.IMPORT_ROLLBACK_IN_PROGRESS)
                .then(end, StackStatus.IMPORT_ROLLBACK_COMPLETE);
    }

    private Instant stackEnd() {
        return start.plus(timings.stack());
    }
}
