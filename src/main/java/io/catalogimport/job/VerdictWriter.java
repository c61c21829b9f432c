package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.validation.Finding;
import io.catalogimport.validation.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes verdicts into the ledger. */
final class VerdictWriter implements ItemWriter<ValidatedMapping> {
    private final Ledger ledger;
    private final RunProgress progress;

    VerdictWriter(Ledger ledger, RunProgress progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends ValidatedMapping> chunk) {
        chunk.forEach(validated -> {
            write(validated.entry(), validated.verdict());
            progress.validated(validated.entry());
        });
    }

    private void write(LedgerEntry entry, Verdict verdict) {
        if (verdict instanceof Verdict.AlreadyImported already) {
            ledger.validated(entry, MappingState.ALREADY_IMPORTED, Remark.NONE, already.provisionedProductId());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            ledger.validated(entry, MappingState.REJECTED, remark(rejected.reasons()), null);
        } else if (verdict instanceof Verdict.Importable importable) {
            ledger.validated(entry, MappingState.READY, remark(importable.warnings()), null);
        }
    }

    private static Remark remark(List<Finding> findings) {
        return new Remark(
                findings.stream().map(Finding::code).distinct().collect(Collectors.joining(";")),
                findings.stream()
                        .map(finding -> finding.blocks() ? finding.sentence() : "Warning: " + finding.sentence())
                        .collect(Collectors.joining(" ")));
    }
}
