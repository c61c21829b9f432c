package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.world.CatalogRecord.Failure;
import io.catalogimport.sandbox.world.ImportBehaviour.Fail;
import io.catalogimport.sandbox.world.ImportBehaviour.Hang;
import io.catalogimport.sandbox.world.ImportBehaviour.KeepStatus;
import io.catalogimport.sandbox.world.ImportBehaviour.Taint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the record, the provisioned product and the stack from the start of an import on.
 *
 * @param failure why the record fails, for one that will
 * @param complaint what is said of a provisioned product that is tainted or in error
 */
record ImportCourse(
        Timeline<RecordStatus> record,
        Timeline<ProvisionedProductStatus> provisionedProduct,
        Timeline<StackStatus> stack,
        @Nullable Failure failure,
        @Nullable String complaint) {

    /** The share of a record's time that it stays CREATED. */
    private static final int CREATED_SHARE = 10;

    static ImportCourse of(ImportPlan plan, ImportTimings general, Timeline<StackStatus> before, Instant start) {
        ImportTimings timings = plan.timings(general);
        Instant recordEnd = start.plus(timings.record());
        Instant stackEnd = start.plus(timings.stack());
        Timeline<StackStatus> importing = Timeline.starting(start, StackStatus.IMPORT_IN_PROGRESS);
        Timeline<StackStatus> imported = importing.then(stackEnd, StackStatus.IMPORT_COMPLETE);
        Timeline<RecordStatus> working = Timeline.starting(start, RecordStatus.CREATED)
                .then(start.plus(timings.record().dividedBy(CREATED_SHARE)), RecordStatus.IN_PROGRESS);
        Timeline<ProvisionedProductStatus> changing = Timeline.starting(start, ProvisionedProductStatus.UNDER_CHANGE);
        Timeline<RecordStatus> succeeded = working.then(recordEnd, RecordStatus.SUCCEEDED);

        ImportBehaviour behaviour = plan.behaviour();
        if (behaviour instanceof Hang) {
            return new ImportCourse(working, changing, importing, null, null);
        }
        if (behaviour instanceof Fail fail) {
            return new ImportCourse(
                    working.then(recordEnd, RecordStatus.FAILED),
                    changing.then(recordEnd, ProvisionedProductStatus.ERROR),
                    importing
                            .then(recordEnd, StackStatus.IMPORT_ROLLBACK_IN_PROGRESS)
                            .then(later(recordEnd, stackEnd), StackStatus.IMPORT_ROLLBACK_COMPLETE),
                    new Failure(fail.code(), fail.description()),
                    fail.description());
        }
        if (behaviour instanceof Taint taint) {
            return new ImportCourse(
                    succeeded,
                    changing.then(recordEnd, ProvisionedProductStatus.TAINTED),
                    imported,
                    null,
                    taint.message());
        }
        return new ImportCourse(
                succeeded,
                changing.then(recordEnd, ProvisionedProductStatus.AVAILABLE),
                behaviour instanceof KeepStatus ? before : imported,
                null,
                null);
    }

    /** The course of an import that is over. */
    static ImportCourse past(Timeline<StackStatus> stack, Instant when) {
        return new ImportCourse(
                Timeline.starting(when, RecordStatus.SUCCEEDED),
                Timeline.starting(when, ProvisionedProductStatus.AVAILABLE),
                stack,
                null,
                null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
