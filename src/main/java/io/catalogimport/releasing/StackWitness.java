package io.catalogimport.releasing;

import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackResource;
import io.catalogimport.aws.StackStatus;
import io.catalogimport.ledger.Remark;
import io.catalogimport.mapping.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sees to it that a release leaves the stack as it was: the same stack with the same resources. */
final class StackWitness {
    private final ReleaseGateways gateways;
    private final ReleaseTimes times;

    StackWitness(ReleaseGateways gateways, ReleaseTimes times) {
        this.gateways = gateways;
        this.times = times;
    }

    /** A digest of the stack's resources: each with its logical id, its physical id and its type. */
    String resources(StackArn stack) {
        List<StackResource> found = times.ask(() -> gateways.release().resources(stack));
        return Sha256.of(found.stream()
                .map(resource -> String.join("\n", resource.logicalId(), resource.physicalId(), resource.type()))
                .sorted()
                .collect(Collectors.joining("\n\n")));
    }

    /** Why a stack may not be released now: it is in progress, or gone. */
    Optional<Remark> objection(StackArn stack) {
        Optional<StackDescription> found = times.ask(() -> gateways.stacks().describe(stack));
        if (isGone(found)) {
            return Optional.of(
                    new Remark(
                            "RELEASE_STACK_GONE",
                            "The stack no longer exists, so nothing shows what a release would leave. Look at the provisioned product in the console, and terminate it there."));
        }
        return found.filter(StackDescription::isInProgress)
                .map(busy -> new Remark(
                        "RELEASE_STACK_STATUS",
                        "The stack is %s. Run undo again when that has ended.".formatted(busy.status())));
    }

    /** Whether the stack no longer exists, or is being deleted. */
    boolean isGone(StackArn stack) {
        return isGone(times.ask(() -> gateways.stacks().describe(stack)));
    }

    /**
     * What is wrong with a stack after its release; empty if it stands as before.
     *
     * @param before the digest of its resources before the release
     */
    Optional<Remark> complaint(StackArn stack, String before) {
        Optional<StackDescription> found = times.ask(() -> gateways.stacks().describe(stack));
        if (isGone(found)) {
            return Optional.of(new Remark(
                    "RELEASED_BUT_STACK_GONE",
                    "Service Catalog has released the stack, and now the stack is %s. It was told to keep it. Nothing else is released. Look at the stack's events at once, and report this."
                            .formatted(found.map(each -> each.status().text()).orElse("not there"))));
        }
        return resources(stack).equals(before)
                ? Optional.empty()
                : Optional.of(
                        new Remark(
                                "RELEASED_BUT_STACK_CHANGED",
                                "Service Catalog has released the stack, and the stack has not the same resources as before. Nothing else is released. If nobody was updating the stack, look at its events at once, and report this."));
    }

    /** A stack that is being deleted is as good as gone. */
    private static boolean isGone(Optional<StackDescription> stack) {
        return stack.isEmpty()
                || stack.get().status().is(StackStatus.DELETE_COMPLETE)
                || stack.get().status().is(StackStatus.DELETE_IN_PROGRESS);
    }
}
