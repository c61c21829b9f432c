package io.catalogimport.aws;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A status that AWS reports: our constant for it, and AWS's own spelling.
 *
 * @param known null for a status that this program does not know, such as one that AWS has added since
 * @param text in AWS's spelling
 */
public record AwsStatus<S extends Enum<S>>(@Nullable S known, String text) {

    static <S extends Enum<S>> AwsStatus<S> of(Class<S> statuses, String text) {
        S known = Stream.of(statuses.getEnumConstants())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElse(null);
        return new AwsStatus<>(known, text);
    }

    public boolean is(S status) {
        return known == status;
    }

    /** AWS's spelling. */
    @Override
    public String toString() {
        return text;
    }
}
