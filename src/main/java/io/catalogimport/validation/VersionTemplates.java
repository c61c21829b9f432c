package io.catalogimport.validation;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.TemplateText;
import java.util.Map;
import java.util.Optional;

/**
 * The templates of product versions, for all lanes: a product that is shared with many accounts has one template, which any
 * of them may have been let read. A template can be a megabyte, so only those that were used last are kept. For use by
 * several threads.
 */
final class VersionTemplates {
    private static final long MOST_CHARACTERS = 32L << 20;

    private final ArtifactTemplates templates;
    private final PoliteCalls calls;
    private final RecentlyUsed<Map<String, String>, TemplateText.Found> found = new RecentlyUsed<>(
            MOST_CHARACTERS, (info, template) -> template.text().length());

    VersionTemplates(ArtifactTemplates templates, PoliteCalls calls) {
        this.templates = templates;
        this.calls = calls;
    }

    /** The version's template, if it was read by now. */
    Optional<TemplateText.Found> known(ProvisioningArtifact artifact) {
        return found.find(artifact.info());
    }

    TemplateText read(Lane lane, ProvisioningArtifact artifact) {
        Optional<TemplateText.Found> known = known(artifact);
        if (known.isPresent()) {
            return known.get();
        }
        TemplateText read = ask(lane, artifact);
        if (read instanceof TemplateText.Found template) {
            found.keep(artifact.info(), template);
        }
        return read;
    }

    /** A comparison that is not possible is no reason to end the run: AWS compares, too. */
    private TemplateText ask(Lane lane, ProvisioningArtifact artifact) {
        try {
            return calls.callAside(lane, () -> templates.read(lane, artifact));
        } catch (AwsBusyException e) {
            return new TemplateText.Hidden(String.valueOf(e.getMessage()));
        }
    }
}
