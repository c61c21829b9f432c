package io.catalogimport.releasing;

import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.Remark;
import java.time.Duration;

/** What is said of a row when its release ends, or does not. */
final class ReleaseWords {
    private ReleaseWords() {}

    static Remark released(Release releasing) {
        return new Remark(
                "RELEASED_BY_UNDO",
                "Service Catalog has released provisioned product %s%s. The stack stands as before."
                        .formatted(
                                releasing.provisionedProductId(),
                                releasing.recordId() == null ? "" : " by record " + releasing.recordId()));
    }

    static Remark notBegun() {
        return new Remark(
                "RELEASE_NOT_DONE",
                "Service Catalog was working on the provisioned product, and now it is there as before. Run undo again.");
    }

    static Remark timedOut(Duration timeout, ReleaseWatch watch) {
        return new Remark(
                "RELEASE_TIMED_OUT",
                "The release did not end within %d s. Last seen: %s. Look at the provisioned product in the console; run undo again to follow it further."
                        .formatted(timeout.toSeconds(), watch.lastSeen()));
    }
}
