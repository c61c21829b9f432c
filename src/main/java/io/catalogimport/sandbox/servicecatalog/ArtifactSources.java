package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.template.Template;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.TemplateStore;
import io.catalogimport.sandbox.world.World;
import java.util.Map;
import java.util.Optional;

/** Where the template of a new version comes from: a URL in S3, or a stack that exists already. */
final class ArtifactSources {
    private static final String URL = "LoadTemplateFromURL";
    private static final String STACK = "ImportFromPhysicalId";

    private final TemplateStore templates;

    /** A template, and how the Info map of its version shows where it is. */
    record Source(Template template, Map<String, String> details) {}

    ArtifactSources(World world) {
        this.templates = new TemplateStore(world.buckets());
    }

    Source of(Input info, RegionalState state) {
        Optional<String> url = info.find(URL);
        Optional<String> stackArn = info.find(STACK);
        if (url.isPresent() == stackArn.isPresent()) {
            throw AwsError.INVALID_PARAMETERS.because("Info must have exactly one of " + URL + " and " + STACK + ".");
        }
        if (stackArn.isPresent()) {
            Template template = state.stacks()
                    .findByArn(stackArn.get())
                    .orElseThrow(() -> AwsError.INVALID_PARAMETERS.because(
                            "Stack " + stackArn.get() + " does not exist in " + state.location() + "."))
                    .details()
                    .original();
            return new Source(template, Map.of(STACK, stackArn.get()));
        }
        return fromUrl(url.orElseThrow(), state);
    }

    private Source fromUrl(String url, RegionalState state) {
        try {
            return new Source(templates.read(url, state.location()), Map.of("TemplateUrl", url));
        } catch (IllegalArgumentException e) {
            throw AwsError.INVALID_PARAMETERS.because("Invalid template at " + url + ": " + e.getMessage());
        }
    }
}
