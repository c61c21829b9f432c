package io.catalogimport.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The value of one of our columns without what surrounds it: blanks, line breaks, and characters that are not shown.
 * None of our values can begin or end with any of them, and all come along unseen when a value is copied.
 *
 * @param warnings what was removed, unless it was only blanks
 */
record OwnValue(String text, List<Problem> warnings) {
    OwnValue {
        warnings = List.copyOf(warnings);
    }

    static OwnValue of(Column column, String field) {
        int start = 0;
        int end = field.length();
        while (start < end && OddCharacter.isBlank(field.codePointAt(start))) {
            start += Character.charCount(field.codePointAt(start));
        }
        while (end > start && OddCharacter.isBlank(field.codePointBefore(end))) {
            end -= Character.charCount(field.codePointBefore(end));
        }
        if (start == 0 && end == field.length()) {
            return new OwnValue(field, List.of());
        }
        String text = field.substring(start, end);
        // Where nothing is left, the missing value is what there is to say.
        return new OwnValue(
                text, text.isEmpty() ? List.of() : warnings(column, field.substring(0, start) + field.substring(end)));
    }

    private static List<Problem> warnings(Column column, String removed) {
        List<Problem> warnings = new ArrayList<>();
        if (hasLineBreak(removed)) {
            warnings.add(new Problem(
                    "LINE_BREAK_REMOVED",
                    "A line break around the value of %s was removed.".formatted(column.title())));
        }
        Set<String> invisible = removed.codePoints()
                .filter(OddCharacter::isInvisible)
                .mapToObj(OddCharacter::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!invisible.isEmpty()) {
            warnings.add(new Problem(
                    "INVISIBLE_CHARACTER_REMOVED",
                    "Invisible characters around the value of %s were removed: %s."
                            .formatted(column.title(), String.join(", ", invisible))));
        }
        return warnings;
    }

    static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
