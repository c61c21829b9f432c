package io.catalogimport.job.validate;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProduct.Origin;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.importing.IdempotencyToken;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.ImportHistory;
import io.catalogimport.ledger.Judged.Adopted;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.validation.Checked;
import io.catalogimport.validation.Finding;
import io.catalogimport.validation.Finding.Severity;
import io.catalogimport.validation.Verdict;
import io.catalogimport.validation.Verdict.AlreadyImported;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Recognizes what this program imported before its database was lost. It changes nothing in AWS. Only what is exactly as the
 * row says is adopted, and only if its owner is the caller or its token is one that this program makes for the row.
 */
final class Adoption {
    private static final Origin UNKNOWN = new Origin(null, null, null);

    /** These are certainly not of an import. Source: API reference of RecordDetail. */
    private static final Set<String> LATER_REQUESTS =
            Set.of("UPDATE_PROVISIONED_PRODUCT", "TERMINATE_PROVISIONED_PRODUCT");

    private final CatalogGateway catalog;
    private final PoliteCalls calls;
    private final CallerIdentity caller;
    private final ImportHistory history;

    public Adoption(CatalogGateway catalog, PoliteCalls calls, CallerIdentity caller, ImportHistory history) {
        this.catalog = catalog;
        this.calls = calls;
        this.caller = caller;
        this.history = history;
    }

    /**
     * The mapping, adopted if that may be; otherwise with a warning that says why not. If AWS cannot be asked, the row is
     * rejected, so that the next start tries again.
     *
     * @param digest that of the mapping file
     */
    ValidatedMapping of(LedgerEntry entry, Checked checked, String digest) {
        if (!(checked.verdict() instanceof AlreadyImported already)
                || !already.warnings().isEmpty()) {
            return new ValidatedMapping(entry, checked, null);
        }
        ProvisionedProduct product = already.provisionedProduct();
        if (history.isImported(checked.mapping().stackArn().toString(), product.id())) {
            return new ValidatedMapping(entry, checked, null);
        }
        try {
            return adopted(entry, checked, product, digest);
        } catch (LaneClosedException | AwsBusyException e) {
            return with(entry, checked, new Verdict.Rejected(List.of(reason(e))));
        }
    }

    private ValidatedMapping adopted(LedgerEntry entry, Checked checked, ProvisionedProduct product, String digest) {
        StackMapping mapping = checked.mapping();
        if (!mapping.provisioningArtifactId().equals(product.provisioningArtifactId())) {
            return notAdopted(entry, checked, product, versionNotKnown(product, mapping));
        }
        OptionalInt attempt = product.idempotencyToken() == null
                ? OptionalInt.empty()
                : IdempotencyToken.attemptOf(product.idempotencyToken(), digest, mapping);
        Origin origin = product.origin() == null ? UNKNOWN : product.origin();
        boolean isOwn = origin.owner() != null && caller.isPrincipal(entry.lane(), origin.owner());
        if (attempt.isEmpty() && !isOwn) {
            return notAdopted(entry, checked, product, otherOwner(product, origin, entry.lane()));
        }
        Optional<CatalogRecord> record = record(entry.lane(), product, origin);
        Attempt made = new Attempt(
                attempt.orElse(0),
                product.idempotencyToken(),
                record.map(CatalogRecord::id).orElse(null),
                product.id(),
                record.map(found -> found.request().createdAt()).orElse(origin.createdAt()));
        Adopted adopted = new Adopted(
                made, record.map(found -> found.request().updatedAt()).orElse(null));
        List<Finding> warnings = record.isPresent() ? List.of() : List.of(withoutRecord(product));
        return new ValidatedMapping(entry, checked(checked, new AlreadyImported(product, warnings)), adopted);
    }

    /** The record of the import, if AWS still shows it to the caller. */
    private Optional<CatalogRecord> record(Lane lane, ProvisionedProduct product, Origin origin) {
        String id = origin.recordId();
        if (id == null) {
            return Optional.empty();
        }
        try {
            return calls.call(lane, () -> catalog.findRecord(lane, id))
                    .filter(found -> product.id().equals(found.provisionedProductId()))
                    .filter(found -> found.status().is(RecordStatus.SUCCEEDED))
                    .filter(found -> found.request().type() == null
                            || !LATER_REQUESTS.contains(found.request().type()));
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        }
    }

    private static ValidatedMapping notAdopted(
            LedgerEntry entry, Checked checked, ProvisionedProduct product, Finding why) {
        return with(entry, checked, new AlreadyImported(product, List.of(why)));
    }

    private static ValidatedMapping with(LedgerEntry entry, Checked checked, Verdict verdict) {
        return new ValidatedMapping(entry, checked(checked, verdict), null);
    }

    private static Checked checked(Checked checked, Verdict verdict) {
        return new Checked(checked.mapping(), verdict, checked.difference());
    }

    private static Finding versionNotKnown(ProvisionedProduct product, StackMapping mapping) {
        return warning(
                "NOT_ADOPTED_VERSION_UNKNOWN",
                "Provisioned product %s has version %s, and no active version is named %s any more. Give the row that version's provisioning_artifact_id, then run import --adopt with the new file on an empty database."
                        .formatted(
                                product.id(),
                                product.provisioningArtifactId(),
                                mapping.names().provisioningArtifact()));
    }

    private Finding otherOwner(ProvisionedProduct product, Origin origin, Lane lane) {
        return warning(
                "NOT_ADOPTED_OTHER_OWNER",
                "Provisioned product %s belongs to %s, and these credentials are those of %s. Its token is not one that this program makes for the row either, so somebody else may have made it."
                        .formatted(
                                product.id(),
                                origin.owner() == null ? "somebody whom AWS does not name" : origin.owner(),
                                caller.principal(lane).orElse("somebody whom AWS does not name")));
    }

    private static Finding withoutRecord(ProvisionedProduct product) {
        return warning(
                "ADOPTED_WITHOUT_RECORD",
                "Provisioned product %s was adopted, but AWS does not show the record of its import any more. So the record and the end of the import are not known."
                        .formatted(product.id()));
    }

    private static Finding warning(String code, String sentence) {
        return new Finding(Severity.WARNING, code, sentence);
    }

    private static Finding reason(AwsException e) {
        return new Finding(Severity.REASON, e.reasonCode(), e.getMessage() + ".");
    }
}
