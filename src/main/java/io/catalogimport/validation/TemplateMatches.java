package io.catalogimport.validation;

import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.validation.template.TemplateComparison;
import io.catalogimport.validation.template.TemplateDiff;
import io.catalogimport.validation.template.TemplateMatch;
import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateRemark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack's template must match the version's. Source: API reference of ImportAsProvisionedProduct, which does not say
 * how AWS compares; we compare by structure.
 */
final class TemplateMatches implements MappingRule {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateMatches.class);

    private final TemplateCheck check;
    private final boolean ignoresMetadata;
    private final Comparison comparison;

    TemplateMatches(CheckSettings settings) {
        this.check = settings.templateCheck();
        this.ignoresMetadata = settings.ignoresMetadata();
        this.comparison = new RememberedComparison(new TemplateComparison()::compare);
    }

    TemplateMatches(TemplateCheck check) {
        this(new CheckSettings(check, false, WarningSettings.NONE));
    }

    TemplateMatches(TemplateCheck check, Comparison comparison) {
        this.check = check;
        this.ignoresMetadata = false;
        this.comparison = comparison;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (check == TemplateCheck.OFF || candidate.stack().isEmpty()) {
            return List.of();
        }
        Optional<ProvisioningArtifact> artifact = candidate.provisioningArtifact();
        if (artifact.isEmpty()) {
            return List.of();
        }
        TemplateText product = candidate.artifactTemplate(artifact.get());
        if (product instanceof TemplateText.Found found) {
            String stack = candidate.stackTemplate();
            List<Finding> findings = compared(stack, found.text());
            if (findings.stream().anyMatch(TemplateMatches::isDifference)) {
                TemplateDiff.text(stack, found.text()).ifPresent(candidate.difference()::set);
            }
            return findings;
        }
        String why = ((TemplateText.Hidden) product).why();
        return List.of(notCompared("The version's template cannot be read: " + why + "."));
    }

    private static boolean isDifference(Finding finding) {
        return finding.code().equals("TEMPLATE_DIFFERS") || finding.code().equals("TEMPLATE_METADATA_IGNORED");
    }

    /** What the comparison did not expect of a template must not cost the other rows. */
    private List<Finding> compared(String stackTemplate, String productTemplate) {
        try {
            return findings(comparison.compare(stackTemplate, productTemplate));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("The comparison of two templates failed", e);
            return List.of(notCompared("The templates could not be compared, because of an error in this program ("
                    + e.getClass().getSimpleName() + ", details with --debug)."));
        }
    }

    private List<Finding> findings(TemplateMatch match) {
        if (match instanceof TemplateMatch.Unreadable) {
            return List.of(notCompared(match.sentence()));
        }
        Stream<Finding> difference = match instanceof Different different ? Stream.of(differs(different)) : Stream.of();
        return Stream.concat(difference, match.remarks().stream().map(TemplateMatches::warning))
                .toList();
    }

    private Finding differs(Different match) {
        if (ignoresMetadata && match.onlyToolWritten()) {
            return Finding.warning(
                    "TEMPLATE_METADATA_IGNORED",
                    match.sentence()
                            + " Tools have written this metadata for themselves, and it is ignored (--template-ignore metadata). AWS may refuse the import all the same.");
        }
        boolean blocks =
                check == TemplateCheck.STRICT || (check == TemplateCheck.STRUCTURE && !match.onlyDescriptive());
        String others = blocks && match.onlyDescriptive() ? " Or accept it with --template-check structure." : "";
        String sentence = match.sentence()
                + " Use the version that matches the stack, or create a version from the stack." + others;
        return blocks ? Finding.reason("TEMPLATE_DIFFERS", sentence) : Finding.warning("TEMPLATE_DIFFERS", sentence);
    }

    private static Finding warning(TemplateRemark remark) {
        String code =
                switch (remark.kind()) {
                    case CHARACTERS_LOST -> "TEMPLATE_NOT_FULLY_COMPARED";
                    case SPELLING -> "TEMPLATE_SPELLING";
                    case KEY_REPEATED -> "TEMPLATE_KEY_REPEATED";
                };
        return Finding.warning(code, remark.sentence());
    }

    private static Finding notCompared(String why) {
        return Finding.warning("TEMPLATE_NOT_COMPARED", why + " AWS compares the templates itself at the import.");
    }

    /** How two templates are compared: the stack's, and then the product's. */
    @FunctionalInterface
    interface Comparison {
        TemplateMatch compare(String stackTemplate, String productTemplate);
    }
}
