package io.catalogimport.validation;

import io.catalogimport.aws.Product;
import java.util.List;
import java.util.Optional;

/** The product must exist, be available and be made of CloudFormation templates. */
final class ProductUsable implements MappingRule {
    static final String TYPE = "CLOUD_FORMATION_TEMPLATE";

    @Override
    public List<Finding> check(Candidate candidate) {
        Optional<Product> found = candidate.product();
        String id = candidate.mapping().productId();
        if (id.isEmpty()) {
            return List.of(); // It has a name that stands for no product.
        }
        if (found.isEmpty()) {
            return List.of(Finding.reason(
                    "PRODUCT_NOT_FOUND",
                    "There is no product %s in %s, or none that these credentials may see: check the id and the portfolio's access. Access granted just now? Try again in a minute."
                            .formatted(id, candidate.lane())));
        }
        Product product = found.get();
        if (product.type() != null && !product.type().equals(TYPE)) {
            return List.of(Finding.reason(
                    "PRODUCT_TYPE",
                    "Product %s is of type %s; only %s can take a stack.".formatted(id, product.type(), TYPE)));
        }
        if ("FAILED".equals(product.status())) {
            return List.of(Finding.reason(
                    "PRODUCT_NOT_AVAILABLE", "Product %s is FAILED: fix it in Service Catalog.".formatted(id)));
        }
        return List.of();
    }
}
