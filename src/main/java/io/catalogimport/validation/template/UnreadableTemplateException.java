package io.catalogimport.validation.template;

/** The text is not a template that can be compared. */
class UnreadableTemplateException extends Exception {
    private final String reason;

    UnreadableTemplateException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** It is not JSON. It may still be YAML, which has braces, too. */
    static final class NotJson extends UnreadableTemplateException {
        NotJson(String reason) {
            super(reason);
        }
    }
}
