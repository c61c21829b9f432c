package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is in one account and region. */
public final class RegionalState {
    private final Location location;
    private final Stacks stacks = new Stacks();
    private final Catalog catalog;
    private final SandboxProvisionedProducts provisionedProducts = new SandboxProvisionedProducts();
    private final Records records = new Records();
    private final Tokens tokens = new Tokens();
    private @Nullable SandboxRecord latestImport;

    RegionalState(Location location) {
        this.location = location;
        this.catalog = new Catalog(location);
    }

    public Location location() {
        return location;
    }

    public Stacks stacks() {
        return stacks;
    }

    public Catalog catalog() {
        return catalog;
    }

    public SandboxProvisionedProducts provisionedProducts() {
        return provisionedProducts;
    }

    public Records records() {
        return records;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** The import that keeps others waiting. Its record is not final yet, or its stack is still in progress. */
    public Optional<SandboxRecord> importInFlight(Instant now) {
        return Optional.ofNullable(latestImport).filter(latest -> {
            SandboxStackStatus stack =
                    latest.provisionedProduct().origin().stack().status().at(now);
            return !latest.status().at(now).isFinal() || stack.isBeingImported();
        });
    }

    void addImport(SandboxRecord imported) {
        records.add(imported);
        provisionedProducts.add(imported.provisionedProduct());
        latestImport = imported;
    }

    /** Adds the record of an update or a termination. */
    void addRecord(SandboxRecord other) {
        records.add(other);
    }
}
