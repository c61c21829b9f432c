package io.catalogimport.validation;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.AwsStatus;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatus;
import io.catalogimport.aws.StackTraits;
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
 * The stacks of a lane that mappings ask for, as the list of all its stacks shows them. A stack may be missing from the
 * list, for example a deleted one. Then AWS is asked for that stack alone.
 */
final class StackListing {
    private static final Logger log = LoggerFactory.getLogger(StackListing.class);

    /** For fewer mappings, a list saves too few calls. */
    private static final int WORTHWHILE = 5;

    /**
     * The account may have many more stacks than are mapped, and mapped stacks may be deleted. So pages without a
     * mapped stack may cost at most a tenth of the calls that the list can still save. A page with a mapped stack is
     * worth its call.
     */
    private static final int MAPPINGS_A_PAGE_IN_VAIN = 10;

    private final Map<String, Kept> found = new ConcurrentHashMap<>();

    /** Nearly all stacks are alike, so most share one description. */
    private final Map<Kept, Kept> kinds = new HashMap<>();

    /** A description without the ARN, which is in the key. */
    private record Kept(
            AwsStatus<StackStatus> status, @Nullable String parentId, StackTraits traits, Set<String> parameters) {
        private static Kept of(StackDescription stack) {
            return new Kept(stack.status(), stack.parentId(), stack.traits(), stack.parameters());
        }

        private StackDescription of(StackArn arn) {
            return new StackDescription(arn, status, parentId, traits, parameters);
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

    /** A caller who may describe some stacks may not be allowed to list them all. */
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

    /** A stack in progress is asked for later, when its row is checked, because its status will change by itself. */
    private void keep(Page<StackDescription> page, Set<String> missing) {
        for (StackDescription stack : page.items()) {
            if (missing.remove(stack.arn().toString()) && !stack.isInProgress()) {
                found.put(key(stack.arn()), kinds.computeIfAbsent(Kept.of(stack), kind -> kind));
            }
        }
    }

    /** The stack. It is returned only once, so that a later question gets the stack as it is then. */
    Optional<StackDescription> take(StackArn stack) {
        return Optional.ofNullable(found.remove(key(stack))).map(kept -> kept.of(stack));
    }

    /** The rest of the ARN is the same for the whole lane. */
    private static String key(StackArn stack) {
        return stack.stackName() + "/" + stack.stackId();
    }
}
