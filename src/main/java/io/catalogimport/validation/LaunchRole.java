package io.catalogimport.validation;

import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.StackArn;
import io.catalogimport.validation.UpdateConditions.OfPath;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A launch constraint names the role that acts when the provisioned product is updated. A role of another account than
 * the stack's would act in that other account. The import does not use the role. Source: administrator guide, "AWS
 * Service Catalog Launch Constraints", and aws-samples/aws-service-catalog-reference-architectures issue 50. AWS shows
 * the role in the usage instructions. If it does not, the constraint's description may have it, which may be any text.
 */
final class LaunchRole {
    private static final String LAUNCH = "LAUNCH";
    private static final Pattern ROLE = Pattern.compile("arn:[\\w-]+:iam::(\\d{12}):role/[\\w+=,.@/-]*[\\w+=@/-]");

    private LaunchRole() {}

    static List<Finding> findings(OfPath of, StackArn stack) {
        String role = of.terms().launchRole();
        if (role != null) {
            return List.of(finding(of.path(), role, stack));
        }
        return of.path().constraints().stream()
                .filter(constraint -> LAUNCH.equals(constraint.type()))
                .flatMap(constraint ->
                        Stream.of(finding(of.path(), Objects.requireNonNullElse(constraint.description(), ""), stack)))
                .toList();
    }

    private static Finding finding(LaunchPath path, String description, StackArn stack) {
        String account = stack.account();
        Matcher role = ROLE.matcher(description);
        if (!role.find()) {
            return Finding.note(
                    "LAUNCH_ROLE",
                    "Launch path %s has a launch constraint%s: updates of the provisioned product act with its role, not as their caller. Only IAM knows whether that role may change stack %s."
                            .formatted(
                                    path.id(),
                                    description.isBlank() ? "" : " (\"" + description + "\")",
                                    stack.stackName()));
        }
        if (!role.group(1).equals(account)) {
            return Finding.warning(
                    "LAUNCH_ROLE_OF_ANOTHER_ACCOUNT",
                    "The launch constraint of launch path %s names role %s, which is not in the stack's account %s: an update of the provisioned product would act in account %s. Let the constraint give only the role's name; AWS then uses the role of that name in each account."
                            .formatted(path.id(), role.group(), account, role.group(1)));
        }
        return Finding.note(
                "LAUNCH_ROLE",
                "Updates of the provisioned product act with role %s, which the launch constraint of launch path %s names: it needs rights on the stack and its resources. Only IAM knows whether its rights cover the name %s."
                        .formatted(role.group(), path.id(), stack.stackName()));
    }
}
