package io.catalogimport.validation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which warnings there are, and which of them reject a row.
 *
 * @param errors the codes of the warnings that reject
 * @param updatedSince a stack that was updated since then was updated recently
 */
public record WarningSettings(Set<String> errors, Instant updatedSince) {
    /** No stack counts as updated recently, and no warning rejects. */
    public static final WarningSettings NONE = new WarningSettings(Set.of(), Instant.MAX);

    /** The codes of all warnings and notes of validation. */
    static final List<String> CODES = List.of(
            "ARTIFACT_DEPRECATED",
            "CHECK_NOT_POSSIBLE",
            "DEPLOYED_BY_ANOTHER_TOOL",
            "LAUNCH_ROLE",
            "LAUNCH_ROLE_OF_ANOTHER_ACCOUNT",
            "NOECHO_PARAMETERS",
            "SEVERAL_LAUNCH_PATHS",
            "STACK_DRIFTED",
            "STACK_HAS_SERVICE_ROLE",
            "STACK_UPDATED_RECENTLY",
            "TEMPLATE_DIFFERS",
            "TEMPLATE_KEY_REPEATED",
            "TEMPLATE_METADATA_IGNORED",
            "TEMPLATE_NOT_COMPARED",
            "TEMPLATE_NOT_FULLY_COMPARED",
            "TEMPLATE_SPELLING",
            "TERMINATION_PROTECTION_OFF");

    /** @throws IllegalArgumentException if a code is none of validation's, because a mistyped one would protect from nothing */
    public WarningSettings {
        errors = Set.copyOf(new TreeSet<>(errors));
        for (String code : errors) {
            if (!CODES.contains(code)) {
                throw new IllegalArgumentException(
                        "'%s' is not a warning of validation: give %s".formatted(code, String.join(", ", CODES)));
            }
        }
    }

    /** What is to be said of a finding: a warning that rejects is a reason. */
    Finding judged(Finding finding) {
        return !finding.blocks() && errors.contains(finding.code())
                ? Finding.reason(finding.code(), finding.sentence() + " (--warn-as-error)")
                : finding;
    }
}
