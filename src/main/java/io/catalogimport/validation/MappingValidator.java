package io.catalogimport.validation;

import io.catalogimport.aws.AwsAccessException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.RoleNotAssumedException;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one mapping with all rules, so that all that is wrong with it is told at once. */
public final class MappingValidator {
    private final AwsFacts facts;
    private final List<MappingRule> rules;

    public MappingValidator(AwsFacts facts, TemplateCheck templateCheck) {
        this.facts = facts;
        this.rules = List.of(
                new StackExists(),
                new StackStatusImportable(),
                new RootStackOnly(),
                new NoStackSetInstance(),
                new StackNotProvisioned(),
                new NameFree(),
                new ProductUsable(),
                new ProvisioningArtifactUsable(),
                new LaunchPathPresent(),
                new TemplateMatches(templateCheck));
    }

    /**
     * The verdict on a mapping.
     *
     * @throws io.catalogimport.aws.AwsException if AWS cannot be asked at all
     */
    public Verdict validate(StackMapping mapping) {
        try {
            return judge(mapping);
        } catch (RoleNotAssumedException e) {
            return new Verdict.Rejected(List.of(Finding.reason("ROLE_NOT_ASSUMED", e.getMessage() + ".")));
        }
    }

    private Verdict judge(StackMapping mapping) {
        Optional<StackDescription> stack;
        try {
            stack = facts.stack(mapping);
        } catch (AwsAccessException e) {
            return otherAccount(mapping).orElseThrow(() -> e);
        } catch (AwsRefusedException e) {
            return new Verdict.Rejected(List.of(refused(e)));
        }
        if (stack.isEmpty()) {
            Optional<Verdict> otherAccount = otherAccount(mapping);
            if (otherAccount.isPresent()) {
                return otherAccount.get();
            }
        }
        return validate(new Candidate(mapping, stack, facts));
    }

    private Verdict validate(Candidate candidate) {
        Optional<Verdict> alreadyImported = alreadyImported(candidate);
        if (alreadyImported.isPresent()) {
            return alreadyImported.get();
        }
        List<Finding> findings = new ArrayList<>();
        for (MappingRule rule : rules) {
            try {
                findings.addAll(rule.check(candidate));
            } catch (AwsRefusedException e) {
                addOnce(findings, refused(e));
            }
        }
        return findings.stream().anyMatch(Finding::blocks)
                ? new Verdict.Rejected(findings)
                : new Verdict.Importable(findings, status(candidate), null);
    }

    private static String status(Candidate candidate) {
        return candidate.stack().map(StackDescription::status).orElseThrow();
    }

    /** Several rules may want the same fact, and be refused it alike but for the request's id. */
    private static void addOnce(List<Finding> findings, Finding refused) {
        if (findings.stream().noneMatch(finding -> finding.code().equals(refused.code()))) {
            findings.add(refused);
        }
    }

    private static Optional<Verdict> alreadyImported(Candidate candidate) {
        try {
            return candidate
                    .provisionedProductOfStack()
                    .filter(found -> StackNotProvisioned.isAsked(found, candidate.mapping()))
                    .filter(found -> found.status().equals("AVAILABLE"))
                    .map(found -> new Verdict.AlreadyImported(found.id(), List.of()));
        } catch (AwsRefusedException e) {
            return Optional.empty(); // The rules ask again, and report it.
        }
    }

    /** A stack of another account cannot be seen; every other finding would only mislead. */
    private Optional<Verdict> otherAccount(StackMapping mapping) {
        Lane lane = mapping.stackArn().lane();
        return facts.callerAccount(lane)
                .filter(account -> !account.equals(lane.account()))
                .map(account -> new Verdict.Rejected(List.of(Finding.reason(
                        "OTHER_ACCOUNT",
                        "The stack is in account %s, but these credentials are for account %s: run with credentials of the stack's account."
                                .formatted(lane.account(), account)))));
    }

    /** An operation that a stand-in for AWS does not have cannot speak against a mapping. */
    private static Finding refused(AwsRefusedException e) {
        String message = String.valueOf(e.getMessage());
        return e.isUnknownOperation()
                ? Finding.warning("CHECK_NOT_POSSIBLE", message + ". This was not checked.")
                : Finding.reason(e.code(), message + ".");
    }
}
