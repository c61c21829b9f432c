package io.catalogimport.validation;

/**
 * How mappings are validated.
 *
 * @param ignoresMetadata whether templates may differ in metadata that tools write for themselves
 */
public record CheckSettings(TemplateCheck templateCheck, boolean ignoresMetadata, WarningSettings warnings) {
    /** The strictest comparison of templates, and nothing else. */
    public static final CheckSettings STRICT = new CheckSettings(TemplateCheck.STRICT, false, WarningSettings.NONE);

    /** The settings as options of the command line. Verdicts of equal settings are as good as each other. */
    @Override
    public String toString() {
        return "--template-check "
                + templateCheck
                + (ignoresMetadata ? " --template-ignore metadata" : "")
                + warnings.asOptions();
    }
}
