package io.catalogimport.validation.template;

/** A text is no template that can be compared. */
final class UnreadableTemplateException extends Exception {
    private final String reason;

    UnreadableTemplateException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
