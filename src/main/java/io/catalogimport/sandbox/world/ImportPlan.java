package io.catalogimport.sandbox.world;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a seed says of a stack's import: how it ends, and where it takes another time than the rest.
 *
 * @param updatesFail whether later updates of the provisioned product fail
 */
public record ImportPlan(
        ImportBehaviour behaviour,
        @Nullable Duration record,
        @Nullable Duration stack,
        boolean updatesFail) {
    public static final ImportPlan SUCCEED = new ImportPlan(new ImportBehaviour.Succeed(), null, null, false);

    ImportTimings timings(ImportTimings general) {
        return new ImportTimings(record == null ? general.record() : record, stack == null ? general.stack() : stack);
    }
}
