package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import java.util.List;
import java.util.Optional;

/** Recognizes what a failed import by this program has left behind. It belongs to nobody else, so it can be removed. */
final class Leftover {
    /** Removes the provisioned product and keeps the stack. */
    private static final String COMMAND =
            "aws servicecatalog terminate-provisioned-product --provisioned-product-id %1$s --terminate-token remove-%1$s --retain-physical-resources --region %2$s";

    private final EarlierImports earlier;

    Leftover(EarlierImports earlier) {
        this.earlier = earlier;
    }

    /** The finding about the provisioned product, if it is a leftover. */
    Optional<List<Finding>> finding(ProvisionedProduct found, Candidate candidate) {
        String stack =
                found.physicalId() == null ? candidate.mapping().stackArn().toString() : found.physicalId();
        boolean isLeftover = found.status().is(ProvisionedProductStatus.ERROR)
                && found.lastSuccessfulRecordId() == null
                && earlier.made(stack, found)
                && !earlier.succeeded(stack, found);
        return isLeftover ? Optional.of(List.of(finding(found, candidate.lane()))) : Optional.empty();
    }

    private static Finding finding(ProvisionedProduct found, Lane lane) {
        return Finding.reason(
                "LEFT_BY_FAILED_IMPORT",
                "An earlier import by this program failed and left provisioned product %s, named %s, in status ERROR%s. Remove it with '%s' (the stack stays), then run again."
                        .formatted(
                                found.id(),
                                found.name(),
                                ImportedProduct.words(found),
                                COMMAND.formatted(found.id(), lane.region())));
    }
}
