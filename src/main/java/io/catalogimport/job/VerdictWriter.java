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
        chunk.forEach(validated -> RowLogContext.during(validated.entry(), () -> {
            String words = write(validated.entry(), validated.verdict());
            progress.validated(validated.entry(), words);
            return words;
        }));
    }

    private String write(LedgerEntry entry, Verdict verdict) {
        if (verdict instanceof Verdict.AlreadyImported already) {
            ledger.validated(entry, MappingState.ALREADY_IMPORTED, Remark.NONE, already.provisionedProductId());
            return "already imported";
        }
        if (verdict instanceof Verdict.Rejected rejected) {
            Remark reasons = remark(rejected.reasons());
            ledger.validated(entry, MappingState.REJECTED, reasons, null);
            return "rejected: " + reasons.message();
        }
        Remark warnings = remark(((Verdict.Importable) verdict).warnings());
        ledger.validated(entry, MappingState.READY, warnings, null);
        return "ready" + (warnings.message().isEmpty() ? "" : ". " + warnings.message());
    }

    private static Remark remark(List<Finding> findings) {
        return new Remark(
                findings.stream().map(Finding::code).distinct().collect(Collectors.joining(";")),
                findings.stream()
                        .map(finding -> finding.blocks() ? finding.sentence() : "Warning: " + finding.sentence())
                        .collect(Collectors.joining(" ")));
    }
}
