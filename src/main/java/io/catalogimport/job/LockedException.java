package io.catalogimport.job;

/** Another process works on the same file or lane. Nothing was imported; the same command will do later. */
public final class LockedException extends RuntimeException {
    LockedException(String message) {
        super(message);
    }
}
