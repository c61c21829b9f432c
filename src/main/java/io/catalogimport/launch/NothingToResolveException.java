package io.catalogimport.launch;

/** The operator's word is not needed: only a row that is in flight waits for it. */
public final class NothingToResolveException extends RuntimeException {
    /** @param words how it stands, as in <em>Line 7 is IMPORTED</em> */
    NothingToResolveException(String words) {
        super(words
                + ". Only a row that is SUBMITTING, IN_PROGRESS or UNRESOLVED can be resolved; nothing was changed.");
    }
}
