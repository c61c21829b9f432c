package io.catalogimport.ledger;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a mapping stands where it stands.
 *
 * @param code stable codes for scripts, joined by semicolons where there are several
 * @param message the same for people
 */
public record Remark(String code, String message) {
    private static final String WARNING = "Warning: ";

    /** Nothing to say. */
    public static final Remark NONE = new Remark("", "");

    /** AWS may say anything; PostgreSQL cannot store a NUL. */
    public Remark {
        code = code.replace('\0', ' ');
        message = message.replace('\0', ' ');
    }

    /** The warnings as a remark; nothing to say where there are none, or notes only. */
    static Remark of(List<Warning> all) {
        List<Warning> warnings =
                all.stream().filter(warning -> !warning.isNote()).toList();
        return new Remark(
                warnings.stream().map(Warning::code).distinct().collect(Collectors.joining(";")),
                warnings.stream().map(warning -> WARNING + warning.sentence()).collect(Collectors.joining(" ")));
    }
}
