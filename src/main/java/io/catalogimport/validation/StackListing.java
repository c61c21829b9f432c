package io.catalogimport.validation;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.AwsStatus;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those of a lane's stacks that mappings ask for, as its listing shows them. Not all need be found in it: whatever is
 * missing, a deleted stack for one, is to be asked for by itself.
 */
final class StackListing {
    private static final Logger log = LoggerFactory.getLogger(StackListing.class);

    /** For fewer mappings a listing saves too few calls. */
    private static final int WORTHWHILE = 5;

    /**
     * The account may have many more stacks than are mapped, and those that are mapped may be deleted. So pages that bring
     * nothing may cost at most a tenth of the calls that the listing can still save. A page that brings one has paid for itself.
     */
    private static final int MAPPINGS_A_PAGE_IN_VAIN = 10;

    private final Map<String, Kept> found = new ConcurrentHashMap<>();

    /** Nearly all stacks are alike, so that most share one description. */
    private final Map<Kept, Kept> kinds = new HashMap<>();

    /** All of a description but the ARN, which is the key's. */
    private record Kept(
            AwsStatus<StackStatus> status,
            @Nullable String parentId,
            @Nullable Boolean terminationProtection,
            @Nullable String roleArn) {
        private static Kept of(StackDescription stack) {
            return new Kept(stack.status(), stack.parentId(), stack.terminationProtection(), stack.roleArn());
        }

        private StackDescription of(StackArn arn) {
            return new StackDescription(arn, status, parentId, terminationProtection, roleArn);
        }
    }

    private StackListing() {}

    static StackListing read(Wanted wanted, Pages<StackDescription> pages) {
        StackListing listing = new StackListing();
        if (wanted.size() >= WORTHWHILE) {
            try {
                listing.readFor(wanted, pages);
            } catch (AwsDeniedException | AwsRefusedException e) {
                refused(e);
            }
        }
        return listing;
    }

    /** Who may look at certain stacks need not be allowed to list them all. */
    private static void refused(AwsException refusal) {
        log.info("{}; each stack is asked for by itself", refusal.getMessage());
    }

    private void readFor(Wanted wanted, Pages<StackDescription> pages) {
        Set<String> missing = new HashSet<>(wanted.stacks());
        int[] inVain = {0};
        pages.turn(page -> {
            int before = missing.size();
            keep(page, missing);
            boolean hasPaid = missing.size() < before;
            inVain[0] += hasPaid ? 0 : 1;
            return !missing.isEmpty() && (hasPaid || inVain[0] < missing.size() / MAPPINGS_A_PAGE_IN_VAIN);
        });
    }

    /** What is in progress is left to be asked for when its turn comes, for it passes by itself. */
    private void keep(Page<StackDescription> page, Set<String> missing) {
        for (StackDescription stack : page.items()) {
            if (missing.remove(stack.arn().toString()) && !stack.isInProgress()) {
                found.put(key(stack.arn()), kinds.computeIfAbsent(Kept.of(stack), kind -> kind));
            }
        }
    }

    /** The stack, once: it is not kept any longer, so that who asks again is told how it is then. */
    Optional<StackDescription> take(StackArn stack) {
        return Optional.ofNullable(found.remove(key(stack))).map(kept -> kept.of(stack));
    }

    /** The rest of the ARN is the lane's. */
    private static String key(StackArn stack) {
        return stack.stackName() + "/" + stack.stackId();
    }
}
