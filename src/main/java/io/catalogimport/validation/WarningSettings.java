package io.catalogimport.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which warnings there are, and which of them reject a row.
 *
 * @param errors the codes of the warnings that reject
 * @param updatedSince a stack that was updated since then was updated recently
 * @param updatedWithin how long before the start that was; two starts with the same duration judge alike
 */
public record WarningSettings(Set<String> errors, Instant updatedSince, Duration updatedWithin) {
    /** No stack counts as updated recently, and no warning rejects. */
    public static final WarningSettings NONE = new WarningSettings(Set.of(), Instant.MAX, Duration.ZERO);

    static final String UPDATED_RECENTLY = "STACK_UPDATED_RECENTLY";

    /** The codes of all warnings and notes of validation. */
    static final List<String> CODES = List.of(
            "ARTIFACT_DEPRECATED",
            "CHECK_NOT_POSSIBLE",
            "DEPLOYED_BY_ANOTHER_TOOL",
            "FIRST_UPDATE_NOT_KNOWN",
            "LAUNCH_ROLE",
            "LAUNCH_ROLE_OF_ANOTHER_ACCOUNT",
            "NOECHO_PARAMETERS",
            "NOTIFICATION_CONSTRAINT",
            "PARAMETERS_NOT_IN_STACK",
            "SEVERAL_LAUNCH_PATHS",
            "STACK_DRIFTED",
            "STACK_HAS_SERVICE_ROLE",
            UPDATED_RECENTLY,
            "TAG_OPTIONS",
            "TAG_OPTION_CONFLICT",
            "TAG_UPDATE_ALLOWED",
            "TAG_UPDATE_NOT_ALLOWED",
            "TEMPLATE_CONSTRAINT",
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

    /** The settings that decide about a verdict, as options of the command line; empty if none does. */
    String asOptions() {
        if (errors.isEmpty()) {
            return "";
        }
        String within = errors.contains(UPDATED_RECENTLY) ? " --updated-within " + updatedWithin.toMinutes() + "m" : "";
        return " --warn-as-error " + String.join(",", new TreeSet<>(errors)) + within;
    }

    /** What is to be said of a finding: a warning that rejects is a reason. */
    Finding judged(Finding finding) {
        return !finding.blocks() && errors.contains(finding.code())
                ? Finding.reason(finding.code(), finding.sentence() + " (--warn-as-error)")
                : finding;
    }
}
