package io.catalogimport.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one location; they outlive what they are about. */
public final class Records {
    private final Map<String, SandboxRecord> byId = new LinkedHashMap<>();

    void add(SandboxRecord catalogRecord) {
        byId.put(catalogRecord.id(), catalogRecord);
    }

    public Optional<SandboxRecord> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<SandboxRecord> newestFirst() {
        List<SandboxRecord> records = new ArrayList<>(byId.values());
        Collections.reverse(records);
        return records;
    }
}
