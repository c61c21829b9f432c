package io.catalogimport.validation;

import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.UpdateTerms;
import io.catalogimport.aws.UpdateTerms.Parameter;
import io.catalogimport.aws.UpdateTerms.TagOption;
import io.catalogimport.validation.UpdateConditions.OfPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first update after an import will meet. An import applies none of the product's constraints; the first
 * UpdateProvisionedProduct does. Source: API reference of ImportAsProvisionedProduct. The findings are only warnings and
 * notes, because an import succeeds all the same.
 */
public final class FirstUpdate implements MappingRule {
    private static final String NOECHO = "NOECHO_PARAMETERS";
    private static final int MOST_VALUES = 5;

    @Override
    public List<Finding> check(Candidate candidate) {
        Optional<StackDescription> stack = candidate.stack();
        if (stack.isEmpty() || candidate.knownLaunchPaths().isEmpty()) {
            return List.of();
        }
        return candidate
                .updateConditions()
                .map(conditions -> findings(stack.get(), conditions))
                .map(found -> withoutWhatTheStackSays(stack.get(), found))
                .orElse(List.of());
    }

    /** {@link StackNotes} names the same parameters where CloudFormation shows that the stack has them. */
    private static List<Finding> withoutWhatTheStackSays(StackDescription stack, List<Finding> findings) {
        return stack.traits().hiddenParameters().isEmpty()
                ? findings
                : findings.stream()
                        .filter(finding -> !finding.code().equals(NOECHO))
                        .toList();
    }

    /** What the first update of the stack's provisioned product will meet. */
    public List<Finding> findings(StackDescription stack, UpdateConditions conditions) {
        List<Finding> findings = new ArrayList<>();
        for (OfPath of : conditions.paths()) {
            findings.addAll(LaunchRole.findings(of, stack.arn()));
            findings.addAll(constraints(of.path()));
            findings.addAll(tags(of));
        }
        conditions.paths().stream().map(OfPath::terms).findFirst().ifPresent(terms -> {
            noEcho(terms).ifPresent(findings::add);
            missing(terms, stack).ifPresent(findings::add);
        });
        if (conditions.notKnown() != null) {
            findings.add(Finding.note(
                    "FIRST_UPDATE_NOT_KNOWN",
                    "What the first update will meet is not known, or only in part: %s."
                            .formatted(conditions.notKnown())));
        }
        return findings;
    }

    private static List<Finding> constraints(LaunchPath path) {
        return path.constraints().stream()
                .flatMap(constraint -> switch (constraint.type()) {
                    case "TEMPLATE" ->
                        Stream.of(
                                constraint(
                                        path,
                                        constraint,
                                        "TEMPLATE_CONSTRAINT",
                                        "A template constraint of launch path %s%s checks the parameters from the first update on."));
                    case "NOTIFICATION" ->
                        Stream.of(
                                constraint(
                                        path,
                                        constraint,
                                        "NOTIFICATION_CONSTRAINT",
                                        "A notification constraint of launch path %s%s sends the stack's events to its topics from the first update on."));
                    default -> Stream.<Finding>empty();
                })
                .toList();
    }

    private static Finding constraint(LaunchPath path, LaunchPath.Constraint constraint, String code, String sentence) {
        String description = constraint.description();
        return Finding.note(
                code,
                sentence.formatted(
                        path.id(),
                        description == null || description.isBlank() || description.equals(constraint.type())
                                ? ""
                                : " (\"" + description + "\")"));
    }

    private static List<Finding> tags(OfPath of) {
        List<Finding> findings = new ArrayList<>();
        List<TagOption> options = of.terms().tagOptions();
        String demanded = options.stream()
                .filter(option -> !option.values().isEmpty())
                .map(FirstUpdate::words)
                .collect(Collectors.joining(", "));
        if (!demanded.isEmpty()) {
            findings.add(Finding.note(
                    "TAG_OPTIONS",
                    "TagOptions of launch path %s give these tags their values: %s. The import sets no tag, so an update may be asked for them."
                            .formatted(of.path().id(), demanded)));
        }
        String contradicting = options.stream()
                .filter(option -> option.values().isEmpty())
                .map(TagOption::key)
                .collect(Collectors.joining(", "));
        if (!contradicting.isEmpty()) {
            findings.add(Finding.warning(
                    "TAG_OPTION_CONFLICT",
                    "Portfolio and product of launch path %s have TagOptions without a common value: %s. Leave these tags out of an update, or correct the TagOptions."
                            .formatted(of.path().id(), contradicting)));
        }
        String updates = of.terms().tagUpdates();
        if ("ALLOWED".equals(updates)) {
            findings.add(Finding.note(
                    "TAG_UPDATE_ALLOWED",
                    "Launch path %s lets an update change the tags (tagUpdateOnProvisionedProduct)."
                            .formatted(of.path().id())));
        } else if (updates != null) {
            findings.add(Finding.note(
                    "TAG_UPDATE_NOT_ALLOWED",
                    "Launch path %s does not let an update change tags (tagUpdateOnProvisionedProduct is %s): an update with tags is refused."
                            .formatted(of.path().id(), updates)));
        }
        return findings;
    }

    private static String words(TagOption option) {
        List<String> values = option.values();
        String shown = values.stream().limit(MOST_VALUES).collect(Collectors.joining(" or "));
        return option.key() + " (" + shown + (values.size() > MOST_VALUES ? " or others)" : ")");
    }

    private static Optional<Finding> noEcho(UpdateTerms terms) {
        return named(terms, Parameter::isNoEcho)
                .map(keys -> Finding.note(
                        NOECHO,
                        "AWS does not show the values of these parameters (NoEcho): %s. Let an update keep them with UsePreviousValue, or have the values at hand."
                                .formatted(keys)));
    }

    private static Optional<Finding> missing(UpdateTerms terms, StackDescription stack) {
        Predicate<Parameter> isMissing = parameter -> !stack.parameters().contains(parameter.key());
        String needed = named(terms, isMissing.and(parameter -> !parameter.hasDefault()))
                .map(keys -> " An update must give these, which have no default: " + keys + ".")
                .orElse("");
        return named(terms, isMissing)
                .map(keys -> Finding.warning(
                        "PARAMETERS_NOT_IN_STACK",
                        "The version has parameters that the stack does not have: %s.%s".formatted(keys, needed)));
    }

    private static Optional<String> named(UpdateTerms terms, Predicate<Parameter> which) {
        String keys = terms.parameters().stream()
                .filter(which)
                .map(Parameter::key)
                .sorted()
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }
}
