package io.catalogimport.cli;

import picocli.CommandLine.Option;

/** In what form a command prints its result. */
final class OutputMixin {
    @Option(
            names = "--output",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "For people, or for scripts (default: ${DEFAULT-VALUE}).")
    private Form form = Form.TABLE;

    /** The forms. */
    enum Form {
        TABLE,
        JSON
    }

    boolean isJson() {
        return form == Form.JSON;
    }
}
