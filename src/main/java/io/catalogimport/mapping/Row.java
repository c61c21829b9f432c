package io.catalogimport.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the file, cut into fields; nothing is known yet of what they mean.
 *
 * @param line the line number of the row's first character
 * @param raw the row's text without its last line end
 * @param fields the fields without their quotes; none where there is a problem
 * @param problem why the row could not be cut into fields, or null
 */
record Row(
        int line, String raw, List<String> fields, @Nullable Problem problem) {
    Row {
        fields = List.copyOf(fields);
    }

    static Row bad(PhysicalLine line, String code, String sentence) {
        return new Row(line.number(), line.text(), List.of(), new Problem(code, sentence));
    }

    /** Whether the row has nothing but blanks and separators. */
    boolean isBlank() {
        return problem == null && fields.stream().allMatch(OddCharacter::areBlank);
    }
}
