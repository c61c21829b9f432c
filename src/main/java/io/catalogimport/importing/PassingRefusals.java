package io.catalogimport.importing;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.ledger.LedgerEntry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refusals that often pass by themselves, so that the same request is worth another try. AWS does not document them.
 * The words are those that users report.
 */
final class PassingRefusals {
    private static final Logger log = LoggerFactory.getLogger(PassingRefusals.class);

    /** Not every server of Service Catalog knows at once about access that was granted a moment ago. */
    private static final Duration ACCESS_IS_SEEN_WITHIN = Duration.ofMinutes(1);

    /** AWS's own lock may last some seconds longer than the previous import. How AWS says so is not known. */
    private static final Duration LOCK_IS_FREE_WITHIN = Duration.ofMinutes(2);

    private final StackGateway stacks;

    PassingRefusals(StackGateway stacks) {
        this.stacks = stacks;
    }

    /** How long the request is worth repeating, counted from the first refusal; zero if it is not. */
    Duration patience(AwsRefusedException refusal, LedgerEntry entry) {
        if (refusal.mayBeOfFreshAccess()) {
            return ACCESS_IS_SEEN_WITHIN;
        }
        boolean isAboutState = refusal.code().equals("InvalidStateException");
        return isAboutState && isStackImportable(entry) ? LOCK_IS_FREE_WITHIN : Duration.ZERO;
    }

    /**
     * If the stack has another status, that status is the reason of the refusal. If AWS does not show the stack, the
     * refusal stands.
     */
    private boolean isStackImportable(LedgerEntry entry) {
        try {
            return stacks.describe(entry.mapping().stackArn())
                    .filter(StackDescription::isImportable)
                    .isPresent();
        } catch (AwsDeniedException | AwsRefusedException | AwsBusyException | LaneClosedException e) {
            log.info("Whether the refusal will pass is not known: {}", e.getMessage());
            return false;
        }
    }
}
