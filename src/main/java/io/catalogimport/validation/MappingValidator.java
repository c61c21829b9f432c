package io.catalogimport.validation;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsConfigurationException;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.FailureKind;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks one mapping against all rules, so that everything that is wrong with it is reported at once. */
public final class MappingValidator {
    private static final Logger LOG = LoggerFactory.getLogger(MappingValidator.class);

    private final AwsFacts facts;
    private final WarningSettings warnings;
    private final ImportedProduct imported;
    private final List<MappingRule> rules;

    public MappingValidator(AwsFacts facts, CheckSettings settings, EarlierImports imports) {
        EarlierImports earlier = OwnRecordsException.marked(imports);
        this.facts = facts;
        this.warnings = settings.warnings();
        this.imported = new ImportedProduct(earlier);
        this.rules = List.of(
                new StackExists(),
                new StackStatusImportable(),
                new RootStackOnly(),
                new NoStackSetInstance(),
                new StackNotProvisioned(earlier),
                new NameFree(earlier),
                new ProductUsable(),
                new ProvisioningArtifactUsable(),
                new NamesAgree(),
                new ArtifactCurrent(),
                new LaunchPathPresent(),
                new FirstUpdate(),
                new TemplateMatches(settings),
                new NotedStack(new StackNotes(settings.warnings())));
    }

    /**
     * The verdict on a mapping. If AWS refuses something, or the program has an error, only this mapping is affected.
     *
     * @throws AwsCredentialsException if AWS accepts the caller's credentials nowhere
     */
    public Verdict validate(StackMapping mapping) {
        return check(mapping).verdict();
    }

    /** The same, with the ids of the product and the version that the mapping names. */
    public Checked check(StackMapping mapping) {
        try {
            return judge(mapping);
        } catch (LaneClosedException | AwsBusyException e) {
            Finding reason = Finding.reason(e.reasonCode(), e.getMessage() + ".");
            return new Checked(mapping, new Verdict.Rejected(List.of(reason)), null);
        } catch (AwsCredentialsException | AwsConfigurationException | StopRequestedException e) {
            throw e;
        } catch (OwnRecordsException e) {
            throw e.failure();
        } catch (RuntimeException e) {
            return new Checked(mapping, checkFailed(e), null);
        }
    }

    /** An error in a rule, or an unexpected answer from AWS, must not affect other mappings. */
    private static Verdict checkFailed(RuntimeException e) {
        LOG.debug("The check of a mapping failed", e);
        return new Verdict.Rejected(List.of(Finding.reason(
                "CHECK_FAILED",
                "The row could not be checked, because of an error in this program ("
                        + e.getClass().getSimpleName()
                        + "). Run it again with --debug, and report what the log says of it.")));
    }

    /**
     * Says that no more mappings of the lane follow. What AWS said about the lane is dropped, so memory grows with the
     * lanes in work and not with the file. If another mapping follows all the same, AWS is asked again.
     */
    public void finished(Lane lane) {
        facts.forget(lane);
    }

    private Checked judge(StackMapping mapping) {
        LaneFacts known = facts.of(mapping.stackArn().lane());
        Optional<StackDescription> stack;
        try {
            stack = known.stack(mapping);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return new Checked(
                    mapping, otherAccount(mapping).orElseGet(() -> new Verdict.Rejected(List.of(refused(e)))), null);
        }
        if (stack.isEmpty()) {
            facts.requireAccount(mapping.stackArn().lane());
        }
        NameLookup.Found found = NameLookup.in(known, mapping);
        Candidate candidate = new Candidate(found.mapping(), stack, known);
        Verdict verdict = validate(candidate, found.findings());
        return new Checked(found.mapping(), verdict, candidate.difference().get());
    }

    private Verdict validate(Candidate candidate, List<Finding> ofNames) {
        Optional<Verdict> alreadyImported = alreadyImported(candidate);
        if (alreadyImported.isPresent()) {
            return alreadyImported.get();
        }
        List<Finding> findings = new ArrayList<>(ofNames);
        for (MappingRule rule : rules) {
            try {
                findings.addAll(rule.check(candidate));
            } catch (AwsDeniedException | AwsRefusedException e) {
                addOnce(findings, refused(e));
            }
        }
        List<Finding> judged = findings.stream().map(warnings::judged).toList();
        return judged.stream().anyMatch(Finding::blocks)
                ? new Verdict.Rejected(judged)
                : new Verdict.Importable(judged, status(candidate), launchPath(candidate));
    }

    private static String status(Candidate candidate) {
        return candidate.stack().map(stack -> stack.status().text()).orElseThrow();
    }

    private static @Nullable String launchPath(Candidate candidate) {
        List<LaunchPath> paths = candidate.knownLaunchPaths();
        return paths.size() == 1 ? paths.get(0).id() : null;
    }

    /** Several rules may need the same fact. If AWS refused it, each of them gets the same refusal. */
    private static void addOnce(List<Finding> findings, Finding refused) {
        if (!findings.contains(refused)) {
            findings.add(refused);
        }
    }

    private Optional<Verdict> alreadyImported(Candidate candidate) {
        try {
            return imported.verdict(candidate);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty(); // The rules ask again, and report it.
        }
    }

    /** A stack of another account cannot be seen, so every other finding would be misleading. */
    private Optional<Verdict> otherAccount(StackMapping mapping) {
        try {
            facts.requireAccount(mapping.stackArn().lane());
            return Optional.empty();
        } catch (LaneClosedException e) {
            return e.is(FailureKind.OTHER_ACCOUNT)
                    ? Optional.of(new Verdict.Rejected(List.of(Finding.reason(e.reasonCode(), e.getMessage() + "."))))
                    : Optional.empty();
        } catch (AwsBusyException e) {
            return Optional.empty();
        }
    }

    /** If a stand-in for AWS does not have an operation, that is no reason to reject a mapping. */
    private static Finding refused(AwsException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof AwsRefusedException refusal && refusal.isUnknownOperation()
                ? Finding.warning("CHECK_NOT_POSSIBLE", message + ". This was not checked.")
                : Finding.reason(e.reasonCode(), message + ".");
    }
}
