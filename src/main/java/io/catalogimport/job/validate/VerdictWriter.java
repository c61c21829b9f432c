package io.catalogimport.job.validate;

import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.ledger.Judged;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerConflictException;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Validation;
import io.catalogimport.ledger.Validation.Seen;
import io.catalogimport.ledger.Warning;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.validation.Finding;
import io.catalogimport.validation.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes the verdicts of a chunk into the ledger, all at once. */
final class VerdictWriter implements ItemWriter<ValidatedMapping> {
    private final Ledger ledger;
    private final ProcessLocks locks;
    private final RunProgress progress;
    private final RunOptions options;
    private final Clock clock;

    public VerdictWriter(Ledger ledger, ProcessLocks locks, RunProgress progress, RunOptions options, Clock clock) {
        this.ledger = ledger;
        this.locks = locks;
        this.progress = progress;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public void write(Chunk<? extends ValidatedMapping> chunk) {
        List<Judged> judged = chunk.getItems().stream().map(this::judged).toList();
        Set<Integer> overtaken = write(judged);
        judged.stream()
                .filter(each -> !overtaken.contains(each.entry().line()))
                .forEach(each -> RowLogContext.during(each.entry(), () -> announce(each)));
    }

    /** Returns the lines of the rows to which another worker was faster. */
    private Set<Integer> write(List<Judged> judged) {
        try {
            ledger.validated(judged);
            return Set.of();
        } catch (LedgerConflictException e) {
            // A worker that lost its locks still worked in the lane. If it is this one, the others continue.
            locks.requireHeld();
            return e.lines();
        }
    }

    private MappingState announce(Judged judged) {
        progress.validated(judged.entry(), judged.found(), judged.remark().message());
        return judged.found();
    }

    private Judged judged(ValidatedMapping validated) {
        Verdict verdict = validated.checked().verdict();
        if (verdict instanceof Verdict.AlreadyImported already) {
            Seen seen = seen(validated, already.warnings(), null, null);
            MappingState found = validated.adopted() == null ? MappingState.ALREADY_IMPORTED : MappingState.IMPORTED;
            return judged(
                    validated, found, Remark.NONE, already.provisionedProduct().id(), seen);
        }
        if (verdict instanceof Verdict.Rejected rejected) {
            Seen seen = seen(validated, rejected.reasons(), null, null);
            return judged(validated, MappingState.REJECTED, reasons(rejected.reasons()), null, seen);
        }
        Verdict.Importable importable = (Verdict.Importable) verdict;
        Seen seen = seen(validated, importable.warnings(), importable.launchPath(), importable.stackStatus());
        return judged(validated, MappingState.READY, Remark.NONE, null, seen);
    }

    private static Seen seen(
            ValidatedMapping validated,
            List<Finding> findings,
            @Nullable String launchPath,
            @Nullable String stackStatus) {
        StackMapping mapping = validated.checked().mapping();
        return new Seen(
                warnings(findings),
                launchPath,
                stackStatus,
                mapping.productId(),
                mapping.provisioningArtifactId(),
                validated.checked().difference());
    }

    private Judged judged(
            ValidatedMapping validated,
            MappingState found,
            Remark remark,
            @Nullable String provisionedProductId,
            Seen seen) {
        Validation validation = new Validation(clock.instant(), options.checks().toString(), seen);
        return new Judged(validated.entry(), found, remark, provisionedProductId, validation, validated.adopted());
    }

    private static Remark reasons(List<Finding> findings) {
        List<Finding> reasons = findings.stream().filter(Finding::blocks).toList();
        return new Remark(
                reasons.stream().map(Finding::code).distinct().collect(Collectors.joining(";")),
                reasons.stream().map(Finding::sentence).collect(Collectors.joining(" ")));
    }

    private static List<Warning> warnings(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.blocks())
                .map(finding -> new Warning(finding.code(), finding.sentence(), finding.isNote()))
                .toList();
    }
}
