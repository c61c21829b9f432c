package io.catalogimport.validation.template;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the original of a key of the stack in which GetTemplate replaced characters. The original is one of the
 * product's keys. There may be tens of thousands, so they are in a table. Each of the product's keys is found once.
 */
final class LossyKeys {
    private final Collection<String> inProduct;
    private final Set<String> taken = new HashSet<>();
    private @Nullable Map<String, Deque<String>> byLossyForm;

    /** @param inProduct the keys that the stack's object does not have as they are */
    LossyKeys(Collection<String> inProduct) {
        this.inProduct = inProduct;
    }

    /** Finds the original and removes it; null if there is none. */
    @Nullable
    String take(String inStack) {
        if (inStack.indexOf('?') < 0) {
            return null;
        }
        if (byLossyForm == null) {
            byLossyForm = byLossyForm();
        }
        Deque<String> candidates = byLossyForm.getOrDefault(inStack, new ArrayDeque<>());
        while (!candidates.isEmpty()) {
            String candidate = candidates.remove();
            if (taken.add(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private Map<String, Deque<String>> byLossyForm() {
        Map<String, Deque<String>> forms = new HashMap<>();
        for (String key : inProduct) {
            if (!LossyText.isAscii(key)) {
                add(forms, LossyText.lostByCharacter(key), key);
                add(forms, LossyText.lostByHalfCharacter(key), key);
            }
        }
        return forms;
    }

    private static void add(Map<String, Deque<String>> forms, String form, String key) {
        forms.computeIfAbsent(form, unknown -> new ArrayDeque<>()).add(key);
    }
}
