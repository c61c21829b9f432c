package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Validation;
import io.catalogimport.validation.Finding;
import io.catalogimport.validation.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes verdicts into the ledger. */
final class VerdictWriter implements ItemWriter<ValidatedMapping> {
    private final Ledger ledger;
    private final RunProgress progress;
    private final RunOptions options;
    private final Clock clock;

    VerdictWriter(Ledger ledger, RunProgress progress, RunOptions options, Clock clock) {
        this.ledger = ledger;
        this.progress = progress;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public void write(Chunk<? extends ValidatedMapping> chunk) {
        chunk.forEach(validated -> RowLogContext.during(validated.entry(), () -> write(validated)));
    }

    private MappingState write(ValidatedMapping validated) {
        Verdict verdict = validated.verdict();
        if (verdict instanceof Verdict.AlreadyImported already) {
            return write(validated.entry(), MappingState.ALREADY_IMPORTED, Remark.NONE, already.provisionedProductId());
        }
        if (verdict instanceof Verdict.Rejected rejected) {
            return write(validated.entry(), MappingState.REJECTED, remark(rejected.reasons()), null);
        }
        List<Finding> warnings = ((Verdict.Importable) verdict).warnings();
        return write(validated.entry(), MappingState.READY, remark(warnings), null);
    }

    private MappingState write(
            LedgerEntry entry, MappingState found, Remark remark, @Nullable String provisionedProductId) {
        ledger.validated(
                entry,
                found,
                remark,
                provisionedProductId,
                new Validation(clock.instant(), options.templateCheck().name()));
        progress.validated(entry, found, remark.message());
        return found;
    }

    private static Remark remark(List<Finding> findings) {
        return new Remark(
                findings.stream().map(Finding::code).distinct().collect(Collectors.joining(";")),
                findings.stream()
                        .map(finding -> finding.blocks() ? finding.sentence() : Remark.WARNING + finding.sentence())
                        .collect(Collectors.joining(" ")));
    }
}
