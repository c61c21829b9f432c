package io.catalogimport.validation;

import io.catalogimport.aws.LaunchPath;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A launch constraint names the role that acts when the provisioned product is updated. A role of another account than
 * the stack's would act in that other account. The import does not use the role. Source: administrator guide, "AWS
 * Service Catalog Launch Constraints", and aws-samples/aws-service-catalog-reference-architectures issue 50. AWS shows
 * the role only in the constraint's description, which may be any text.
 */
final class LaunchRole implements MappingRule {
    private static final String LAUNCH = "LAUNCH";
    private static final Pattern ROLE = Pattern.compile("arn:[\\w-]+:iam::(\\d{12}):role/[\\w+=,.@/-]*[\\w+=@/-]");

    @Override
    public List<Finding> check(Candidate candidate) {
        String account = candidate.lane().account();
        return candidate.knownLaunchPaths().stream()
                .flatMap(path -> path.constraints().stream()
                        .filter(constraint -> LAUNCH.equals(constraint.type()))
                        .map(constraint -> finding(path, constraint, account)))
                .toList();
    }

    private static Finding finding(LaunchPath path, LaunchPath.Constraint constraint, String account) {
        String description = Objects.requireNonNullElse(constraint.description(), "");
        Matcher role = ROLE.matcher(description);
        if (!role.find()) {
            return Finding.note(
                    "LAUNCH_ROLE",
                    "Launch path %s has a launch constraint%s: updates of the provisioned product act with its role, not as their caller."
                            .formatted(path.id(), description.isBlank() ? "" : " (\"" + description + "\")"));
        }
        if (!role.group(1).equals(account)) {
            return Finding.warning(
                    "LAUNCH_ROLE_OF_ANOTHER_ACCOUNT",
                    "The launch constraint of launch path %s names role %s, which is not in the stack's account %s: an update of the provisioned product would act in account %s. Let the constraint give only the role's name; AWS then uses the role of that name in each account."
                            .formatted(path.id(), role.group(), account, role.group(1)));
        }
        return Finding.note(
                "LAUNCH_ROLE",
                "Updates of the provisioned product act with role %s, which the launch constraint of launch path %s names: it needs rights on the stack and its resources."
                        .formatted(role.group(), path.id()));
    }
}
