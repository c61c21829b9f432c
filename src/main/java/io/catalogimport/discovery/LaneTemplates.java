package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.aws.ListedStack;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.ledger.Discoveries;
import io.catalogimport.ledger.Discoveries.StackTemplate;
import io.catalogimport.validation.template.TemplateFingerprint;
import io.catalogimport.validation.template.TemplateSketch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates of a lane's stacks and product versions. Each is read from AWS once and its fingerprint kept; it is read again
 * when the stack has changed. For use by several threads.
 */
final class LaneTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(LaneTemplates.class);

    private final Lane lane;
    private final Sources sources;
    private final TemplateTexts texts;
    private final Map<String, StackTemplate> stacks;
    private final Map<Discoveries.Version, Discoveries.Template> versions;

    LaneTemplates(Lane lane, Sources sources, TemplateTexts texts) {
        this.lane = lane;
        this.sources = sources;
        this.texts = texts;
        this.stacks = sources.known().stacks(lane.toString());
        this.versions = sources.known().versions(lane.toString());
    }

    /** The template of a version, or why it is not known. */
    sealed interface OfVersion {
        record Known(TemplateFingerprint template) implements OfVersion {}

        /** The template cannot be read; {@code why} is a clause. */
        record Hidden(String why) implements OfVersion {}

        /** No stack can become it. */
        record NotUsable() implements OfVersion {}
    }

    TemplateFingerprint of(ListedStack stack) {
        StackTemplate known = stacks.get(stack.arn().toString());
        if (known != null && known.changedAt().equals(stack.changedAt())) {
            return fingerprint(known.template());
        }
        TemplateFingerprint read = fingerprint(text(stack.arn()));
        sources.known()
                .keep(lane.toString(), stack.arn().toString(), new StackTemplate(stack.changedAt(), stored(read)));
        return read;
    }

    OfVersion of(LaunchableProduct product, LaunchableProduct.Version version) {
        Discoveries.Version key = new Discoveries.Version(product.id(), version.id());
        Discoveries.Template known = versions.get(key);
        if (known != null) {
            return new OfVersion.Known(fingerprint(known));
        }
        Optional<ProvisioningArtifact> found = artifact(product, version);
        if (found.isEmpty()
                || !found.get().active()
                || "FAILED".equals(found.get().status())) {
            return new OfVersion.NotUsable();
        }
        TemplateText text = text(found.get());
        if (text instanceof TemplateText.Hidden hidden) {
            return new OfVersion.Hidden(hidden.why());
        }
        TemplateFingerprint read = fingerprint(((TemplateText.Found) text).text());
        if (!isOfStack(found.get())) {
            sources.known().keep(lane.toString(), key, stored(read));
        }
        return new OfVersion.Known(read);
    }

    /** What such a version shows is the stack's template as it is now. */
    private static boolean isOfStack(ProvisioningArtifact artifact) {
        return artifact.info().keySet().equals(Set.of("ImportFromPhysicalId"));
    }

    /** The text of the stack's template, which is asked for again only if there was no room for it. */
    String text(ListedStack stack, TemplateFingerprint template) {
        return texts.find(template.text()).orElseGet(() -> text(stack.arn()));
    }

    /** The text of the version's template; empty if AWS does not show it any more. */
    Optional<String> text(OfferedVersion version) {
        return texts.find(version.template().text()).or(() -> artifact(version.product(), version.version())
                .map(this::text)
                .filter(TemplateText.Found.class::isInstance)
                .map(found -> ((TemplateText.Found) found).text()));
    }

    private String text(StackArn stack) {
        return sources.calls().call(lane, () -> sources.stacks().template(stack));
    }

    private Optional<ProvisioningArtifact> artifact(LaunchableProduct product, LaunchableProduct.Version version) {
        return sources.calls()
                .call(lane, () -> sources.catalog().findProvisioningArtifact(lane, product.id(), version.id()));
    }

    private TemplateText text(ProvisioningArtifact artifact) {
        return sources.calls().callAside(lane, () -> sources.templates().read(lane, artifact));
    }

    /** What the reading did not expect of a template must not cost the other stacks. */
    private TemplateFingerprint fingerprint(String text) {
        TemplateFingerprint read;
        try {
            read = TemplateFingerprint.of(text);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("A template could not be read", e);
            read = TemplateFingerprint.ofTextAlone(text);
        }
        texts.keep(read.text(), text);
        return read;
    }

    private static TemplateFingerprint fingerprint(Discoveries.Template known) {
        return new TemplateFingerprint(
                known.text(),
                known.structure(),
                Set.copyOf(known.groups()),
                TemplateSketch.parse(known.sketch()),
                known.tools());
    }

    private static Discoveries.Template stored(TemplateFingerprint template) {
        return new Discoveries.Template(
                template.text(),
                template.structure(),
                template.groups().stream().sorted().toList(),
                template.sketch().toString(),
                template.tools());
    }
}
