package io.catalogimport.validation.template;

/** A text is no template that can be compared. */
class UnreadableTemplateException extends Exception {
    private final String reason;

    UnreadableTemplateException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** It is not written as JSON; it may still be YAML, which has braces, too. */
    static final class NotJson extends UnreadableTemplateException {
        NotJson(String reason) {
            super(reason);
        }
    }
}
