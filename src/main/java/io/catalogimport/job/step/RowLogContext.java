package io.catalogimport.job.step;

import io.catalogimport.ledger.LedgerEntry;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Puts the row that is worked on into every log line about it. */
public final class RowLogContext {
    private RowLogContext() {}

    public static <T> T during(LedgerEntry entry, Supplier<T> work) {
        MDC.put("run", Long.toString(entry.runId()));
        MDC.put("line", Integer.toString(entry.line()));
        MDC.put("lane", entry.lane().toString());
        MDC.put("stack", entry.mapping().stackArn().stackName());
        if (entry.attempt().recordId() != null) {
            MDC.put("record", entry.attempt().recordId());
        }
        try {
            return work.get();
        } finally {
            MDC.clear();
        }
    }
}
