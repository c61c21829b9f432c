package io.catalogimport.launch;

/** The operator's word is not needed: only a row that is in flight waits for it. */
public final class NothingToResolveException extends RuntimeException {
    /** @param words how it stands, as in <em>Line 7 is IMPORTED</em> */
    NothingToResolveException(String words) {
        super(
                words
                        + ". A row that is SUBMITTING, IN_PROGRESS or UNRESOLVED can be resolved as imported or failed, one that is RELEASING as imported or released; nothing was changed.");
    }
}
