package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.world.ImportBehaviour.Fail;
import io.catalogimport.sandbox.world.ImportBehaviour.Hang;
import io.catalogimport.sandbox.world.ImportBehaviour.HangStack;
import io.catalogimport.sandbox.world.ImportBehaviour.KeepStatus;
import io.catalogimport.sandbox.world.ImportBehaviour.Taint;
import io.catalogimport.sandbox.world.SandboxRecord.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the record, the provisioned product and the stack from the start of an import on.
 *
 * @param failure why the record fails, for one that will
 * @param complaint what is said of a provisioned product that is tainted or in error
 */
record ImportCourse(
        Timeline<SandboxRecordStatus> record,
        Timeline<SandboxProvisionedProductStatus> provisionedProduct,
        Timeline<SandboxStackStatus> stack,
        @Nullable Failure failure,
        @Nullable String complaint) {

    static ImportCourse of(ImportBehaviour behaviour, ImportSchedule schedule, Timeline<SandboxStackStatus> before) {
        if (behaviour instanceof Hang) {
            return new ImportCourse(schedule.working(), schedule.changing(), schedule.importing(), null, null);
        }
        if (behaviour instanceof Fail fail) {
            return new ImportCourse(
                    schedule.working().then(schedule.recordEnd(), SandboxRecordStatus.FAILED),
                    schedule.changingTo(SandboxProvisionedProductStatus.ERROR),
                    schedule.rolledBack(),
                    new Failure(fail.code(), fail.description()),
                    fail.description());
        }
        String complaint = behaviour instanceof Taint taint ? taint.message() : null;
        return new ImportCourse(
                schedule.working().then(schedule.recordEnd(), SandboxRecordStatus.SUCCEEDED),
                schedule.changingTo(
                        complaint == null
                                ? SandboxProvisionedProductStatus.AVAILABLE
                                : SandboxProvisionedProductStatus.TAINTED),
                stack(behaviour, schedule, before),
                null,
                complaint);
    }

    private static Timeline<SandboxStackStatus> stack(
            ImportBehaviour behaviour, ImportSchedule schedule, Timeline<SandboxStackStatus> before) {
        if (behaviour instanceof KeepStatus) {
            return before;
        }
        return behaviour instanceof HangStack ? schedule.importing() : schedule.imported();
    }

    /** The course of an import that is over: it failed if the provisioned product is in error, and succeeded otherwise. */
    static ImportCourse past(Timeline<SandboxStackStatus> stack, World.Condition condition) {
        boolean failed = condition.status() == SandboxProvisionedProductStatus.ERROR;
        return new ImportCourse(
                Timeline.starting(
                        condition.since(), failed ? SandboxRecordStatus.FAILED : SandboxRecordStatus.SUCCEEDED),
                Timeline.starting(condition.since(), condition.status()),
                stack,
                failed ? new Failure("ValidationError", condition.message()) : null,
                condition.message());
    }
}
