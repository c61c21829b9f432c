package io.catalogimport.validation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** Keeps what was used last, as long as there is room. The rest has to be computed again. Thread-safe. */
final class RecentlyUsed<K, V> {
    private final long room;
    private final ToIntBiFunction<K, V> size;
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /** @param size how much of the room an entry takes */
    RecentlyUsed(long room, ToIntBiFunction<K, V> size) {
        this.room = room;
        this.size = size;
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void keep(K key, V value) {
        V before = entries.put(key, value);
        taken += size.applyAsInt(key, value) - (before == null ? 0 : size.applyAsInt(key, before));
        Iterator<Map.Entry<K, V>> eldest = entries.entrySet().iterator();
        while (taken > room) {
            Map.Entry<K, V> entry = eldest.next();
            taken -= size.applyAsInt(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }
}
