package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes a stack that is already the mapping's product under the mapping's name. If its version or status differs,
 * that is only a warning, because both may have changed since the import.
 */
final class ImportedProduct {
    /**
     * With these statuses, the import has certainly succeeded. With others it may still be in progress, or may have
     * failed.
     */
    private static final List<ProvisionedProductStatus> PROVISIONED =
            List.of(ProvisionedProductStatus.AVAILABLE, ProvisionedProductStatus.TAINTED);

    private final EarlierImports earlier;

    ImportedProduct(EarlierImports earlier) {
        this.earlier = earlier;
    }

    /** The verdict, if the stack is imported. */
    Optional<Verdict> verdict(Candidate candidate) {
        StackMapping mapping = candidate.mapping();
        return candidate
                .provisionedProductOfStack()
                .filter(mapping::asksFor)
                .filter(found -> isProvisioned(found, mapping))
                .map(found -> new Verdict.AlreadyImported(found, warnings(found, mapping)));
    }

    /**
     * AWS does not say whether an import counts as provisioning. So our own record of the import counts as a proof,
     * too.
     */
    private boolean isProvisioned(ProvisionedProduct found, StackMapping mapping) {
        return PROVISIONED.stream().anyMatch(found.status()::is)
                || found.lastSuccessfulRecordId() != null
                || earlier.succeeded(mapping.stackArn().toString(), found);
    }

    private static List<Finding> warnings(ProvisionedProduct found, StackMapping mapping) {
        List<Finding> warnings = new ArrayList<>();
        String version = mapping.provisioningArtifactId();
        // A name may not stand for a version any more. Then it may have been this one.
        if (!version.isEmpty() && !version.equals(found.provisioningArtifactId())) {
            warnings.add(Finding.warning(
                    "IMPORTED_WITH_ANOTHER_VERSION",
                    "The stack is already provisioned product %s, which now has version %s; the row names %s. Nothing needs to be done."
                            .formatted(found.id(), found.provisioningArtifactId(), version)));
        }
        if (!found.status().is(ProvisionedProductStatus.AVAILABLE)) {
            warnings.add(Finding.warning(
                    "IMPORTED_BUT_" + found.status(),
                    "The stack is already provisioned product %s, which is now %s%s: look in Service Catalog for the reason."
                            .formatted(found.id(), found.status(), words(found))));
        }
        return warnings;
    }

    /** AWS's words about the status, if there are any. */
    static String words(ProvisionedProduct found) {
        return found.statusMessage() == null ? "" : " (" + found.statusMessage() + ")";
    }
}
