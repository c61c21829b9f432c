package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provisioned products of a lane as they were when the run first looked, by stack and by name. */
final class ProvisionedProducts {
    private final Map<String, ProvisionedProduct> byPhysicalId = new HashMap<>();
    private final Map<String, ProvisionedProduct> byName = new HashMap<>();

    ProvisionedProducts(List<ProvisionedProduct> all) {
        all.stream().filter(product -> !"TERMINATED".equals(product.status())).forEach(product -> {
            byName.put(product.name(), product);
            if (product.physicalId() != null) {
                byPhysicalId.put(product.physicalId(), product);
            }
        });
    }

    Optional<ProvisionedProduct> ofStack(String stackArn) {
        return Optional.ofNullable(byPhysicalId.get(stackArn));
    }

    Optional<ProvisionedProduct> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
