package io.catalogimport.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an update of a provisioned product meets, for a product version and a launch path.
 *
 * @param launchRole the role that acts; null if AWS does not name one
 * @param tagUpdates whether an update may change tags: {@code ALLOWED} or {@code NOT_ALLOWED}; null if AWS does not say
 */
public record UpdateTerms(
        @Nullable String launchRole,
        @Nullable String tagUpdates,
        List<TagOption> tagOptions,
        List<Parameter> parameters) {
    /** Nothing is known. */
    public static final UpdateTerms NONE = new UpdateTerms(null, null, List.of(), List.of());

    public UpdateTerms {
        tagOptions = List.copyOf(tagOptions);
        parameters = List.copyOf(parameters);
    }

    /**
     * A tag and the values that it may have.
     *
     * @param values none if portfolio and product contradict each other
     */
    public record TagOption(String key, List<String> values) {
        public TagOption {
            values = List.copyOf(values);
        }
    }

    /**
     * A parameter of the version's template.
     *
     * @param hasDefault whether it may be left out
     * @param isNoEcho whether AWS does not show its value
     */
    public record Parameter(String key, boolean hasDefault, boolean isNoEcho) {}
}
