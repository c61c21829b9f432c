package io.catalogimport.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one location; they outlive what they are about. */
public final class Records {
    private final Map<String, CatalogRecord> byId = new LinkedHashMap<>();

    void add(CatalogRecord catalogRecord) {
        byId.put(catalogRecord.id(), catalogRecord);
    }

    public Optional<CatalogRecord> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<CatalogRecord> newestFirst() {
        List<CatalogRecord> records = new ArrayList<>(byId.values());
        Collections.reverse(records);
        return records;
    }
}
