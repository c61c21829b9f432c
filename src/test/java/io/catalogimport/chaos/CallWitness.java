package io.catalogimport.chaos;

import io.catalogimport.sandbox.Call;
import java.util.ArrayList;
import java.util.List;

/** Remembers all calls, of which the sandbox keeps only the latest. */
final class CallWitness {
    private final List<Call> seen = new ArrayList<>();

    /** Must be told before the sandbox forgets. */
    void see(List<Call> latest) {
        for (Call call : latest) {
            if (call.sequence() == seen.size() + 1L) {
                seen.add(call);
            } else if (call.sequence() > seen.size()) {
                throw new AssertionError("The calls from %d on are forgotten".formatted(seen.size() + 1));
            }
        }
    }

    List<Call> calls() {
        return List.copyOf(seen);
    }
}
