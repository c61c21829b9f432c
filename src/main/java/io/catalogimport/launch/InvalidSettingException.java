package io.catalogimport.launch;

/** A setting cannot be used. The message names it, and is fit to be shown: it does not repeat the value. */
public final class InvalidSettingException extends RuntimeException {
    InvalidSettingException(String message) {
        super(message);
    }
}
