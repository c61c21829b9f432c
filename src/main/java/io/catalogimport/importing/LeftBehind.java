package io.catalogimport.importing;

import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an earlier request for the same import has left behind in AWS, and what follows from it. */
final class LeftBehind {
    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);

    private final ProvisionedProductSearch search;

    LeftBehind(ProvisionedProductSearch search) {
        this.search = search;
    }

    /** What became of an earlier request; empty if it left nothing. */
    Optional<Submission> by(LedgerEntry entry) {
        ProvisionedProductSearch.Result result = search.find(entry);
        if (result instanceof ProvisionedProductSearch.Result.NotKnown notKnown) {
            return Optional.of(new Submission.Blocked(notKnown(notKnown.refusal())));
        }
        return taken(result, entry);
    }

    /**
     * A refusal may mean that the provisioned product exists already. If that cannot be looked up, the refusal stands.
     */
    Submission orRefused(LedgerEntry entry, AwsRefusedException refusal) {
        ProvisionedProductSearch.Result result = search.find(entry);
        String existing = result.found()
                .map(found -> " What exists: " + ProvisionedProductSearch.words(found) + ".")
                .orElse("");
        return taken(result, entry)
                .orElseGet(() -> new Submission.Refused(new Remark(refusal.code(), refusal.getMessage() + existing)));
    }

    private static Optional<Submission> taken(ProvisionedProductSearch.Result result, LedgerEntry entry) {
        return result.found()
                .filter(found -> ProvisionedProductSearch.isExactlyAsked(found, entry))
                .map(found -> {
                    log.info("Found {} as the provisioned product that was asked for", found.id());
                    return new Submission.Taken(found.lastRecordId(), found.id());
                });
    }

    private static Remark notKnown(AwsException refusal) {
        return new Remark(
                "IMPORT_NOT_KNOWN",
                "It is not known whether AWS took this import, because AWS refuses every way to look it up: %s. Allow servicecatalog:SearchProvisionedProducts, then run again. Or look in the console and use the command resolve."
                        .formatted(refusal.getMessage()));
    }
}
