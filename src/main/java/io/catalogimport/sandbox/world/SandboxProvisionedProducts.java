package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provisioned products of one location. Terminated ones are not found any more. */
public final class SandboxProvisionedProducts {
    private final Map<String, SandboxProvisionedProduct> byId = new LinkedHashMap<>();
    private final Map<String, SandboxProvisionedProduct> newestByName = new HashMap<>();
    private final Map<String, SandboxProvisionedProduct> newestByStack = new HashMap<>();

    void add(SandboxProvisionedProduct product) {
        byId.put(product.id(), product);
        newestByName.put(product.origin().name(), product);
        newestByStack.put(product.origin().stack().arn(), product);
    }

    public Optional<SandboxProvisionedProduct> find(String id, Instant now) {
        return there(byId.get(id), now);
    }

    public Optional<SandboxProvisionedProduct> findByName(String name, Instant now) {
        return there(newestByName.get(name), now);
    }

    public Optional<SandboxProvisionedProduct> findByStack(Stack stack, Instant now) {
        return there(newestByStack.get(stack.arn()), now);
    }

    public List<SandboxProvisionedProduct> all(Instant now) {
        return byId.values().stream().filter(product -> product.isThere(now)).toList();
    }

    private static Optional<SandboxProvisionedProduct> there(@Nullable SandboxProvisionedProduct product, Instant now) {
        return Optional.ofNullable(product).filter(found -> found.isThere(now));
    }
}
