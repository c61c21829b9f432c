package io.catalogimport.aws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a verification asks AWS, besides what an import needs. Every method may throw any {@link AwsException}. */
public interface VerificationGateway {

    /**
     * One page of all provisioned products of the lane.
     *
     * @param pageToken that of the page before; null for the first page
     */
    ProductPage productPage(Lane lane, @Nullable String pageToken);

    /** The provisioned product with this id. The search may lag, so one that is there may be missing. */
    Optional<OwnedProduct> searchForId(Lane lane, String provisionedProductId);

    /** The provisioned product that a stack belongs to. The search may lag, so one that is there may be missing. */
    Optional<OwnedProduct> searchForStack(StackArn stack);

    /** The stack that has this name now; empty if there is none that is not deleted. */
    Optional<StackArn> stackNamed(Lane lane, String name);

    /**
     * One page of provisioned products.
     *
     * @param nextToken asks for the next page; null on the last one
     * @param total how many there are on all pages; 0 if AWS does not say
     */
    record ProductPage(List<OwnedProduct> items, @Nullable String nextToken, int total) {
        public ProductPage {
            items = List.copyOf(items);
        }
    }
}
