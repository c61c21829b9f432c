package io.catalogimport.discovery;

import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.util.Comparator;

/** A product version that stacks can become, and what is known of its template. */
public record OfferedVersion(
        LaunchableProduct product, LaunchableProduct.Version version, TemplateFingerprint template) {
    /** The one to be proposed comes last: those that are not deprecated after the others, the newest at the end. */
    static final Comparator<OfferedVersion> BEST_LAST = Comparator.comparing(
                    (OfferedVersion offered) -> !offered.version().deprecated())
            .thenComparing(offered -> offered.version().createdAt())
            .thenComparing(offered -> offered.product().versions().indexOf(offered.version()));

    /** As people call it: {@code queue/v2 (prod-1/pa-2)}. */
    @Override
    public String toString() {
        return "%s/%s (%s/%s)".formatted(product.name(), version.name(), product.id(), version.id());
    }
}
