package io.catalogimport.validation;

import io.catalogimport.aws.StackTraits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should know of a stack before it is imported, from its description alone. Nothing of it keeps AWS from importing
 * the stack. It is about what happens afterwards.
 */
public final class StackNotes {
    private final Instant updatedSince;

    public StackNotes(WarningSettings settings) {
        this.updatedSince = settings.updatedSince();
    }

    /**
     * The findings about the stack.
     *
     * @param ofTemplate the tools that have left marks in its template, as far as it is known
     */
    public List<Finding> of(StackTraits stack, List<String> ofTemplate) {
        List<Finding> findings = new ArrayList<>();
        deployed(stack, ofTemplate, findings);
        updated(stack.updatedOn(), findings);
        drifted(stack, findings);
        hidden(stack, findings);
        role(stack.roleArn(), findings);
        protection(stack, findings);
        return findings;
    }

    private static void deployed(StackTraits stack, List<String> ofTemplate, List<Finding> findings) {
        TreeSet<String> tools = new TreeSet<>(stack.tools());
        tools.addAll(ofTemplate);
        if (!tools.isEmpty()) {
            findings.add(Finding.warning(
                    "DEPLOYED_BY_ANOTHER_TOOL",
                    "The stack seems to be deployed by %s. Whatever deploys it must stop before the import: its next deployment would change the stack behind the provisioned product."
                            .formatted(String.join(", ", tools))));
        }
    }

    private void updated(@Nullable Instant updatedOn, List<Finding> findings) {
        if (updatedOn != null && !updatedOn.isBefore(updatedSince)) {
            findings.add(Finding.note(
                    "STACK_UPDATED_RECENTLY",
                    "The stack was updated on %s: see that nobody still works on it."
                            .formatted(LocalDate.ofInstant(updatedOn, ZoneOffset.UTC))));
        }
    }

    /** What drift detection has found is known until the next detection, and detecting it anew would take minutes. */
    private static void drifted(StackTraits stack, List<Finding> findings) {
        if (stack.drifted()) {
            findings.add(
                    Finding.warning(
                            "STACK_DRIFTED",
                            "The last drift detection found resources that differ from the stack's template. The first update of the provisioned product may change them back."));
        }
    }

    private static void hidden(StackTraits stack, List<Finding> findings) {
        if (!stack.hiddenParameters().isEmpty()) {
            findings.add(Finding.warning(
                    "NOECHO_PARAMETERS",
                    "CloudFormation does not show the values of %s (NoEcho). Have them ready: they may have to be given again at the first update of the provisioned product."
                            .formatted(String.join(", ", stack.hiddenParameters()))));
        }
    }

    /**
     * CloudFormation keeps using the service role that a stack was made with, no matter who updates the stack later. Source:
     * user guide of CloudFormation, "CloudFormation service role". Only a note, because tools such as the CDK give a role to
     * each stack.
     */
    private static void role(@Nullable String role, List<Finding> findings) {
        if (role != null && !role.isBlank()) {
            findings.add(Finding.note(
                    "STACK_HAS_SERVICE_ROLE",
                    "CloudFormation acts on the stack with service role %s. It stays in use for updates of the provisioned product: keep the role, and see that it may do what later versions need."
                            .formatted(role)));
        }
    }

    /**
     * Once imported, a stack is deleted with its provisioned product, unless the one who terminates that retains its resources.
     * Termination protection prevents it. Source: API references of TerminateProvisionedProduct and of DescribeStacks. A note
     * only, because nearly no stack has the protection.
     */
    private static void protection(StackTraits stack, List<Finding> findings) {
        if (Boolean.FALSE.equals(stack.terminationProtection())) {
            findings.add(
                    Finding.note(
                            "TERMINATION_PROTECTION_OFF",
                            "The stack has no termination protection: terminating the provisioned product without retaining its resources deletes the stack. Switch the protection on if that must not happen."));
        }
    }
}
