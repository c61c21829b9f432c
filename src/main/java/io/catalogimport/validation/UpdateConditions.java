package io.catalogimport.validation;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.UpdateTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What updates of a product version meet, on each launch path.
 *
 * @param notKnown why a part of it is not known, as a clause; null if all is known
 */
public record UpdateConditions(List<OfPath> paths, @Nullable String notKnown) {
    /** Each path takes a call. Nearly all products have one. */
    private static final int MOST_PATHS = 5;

    public UpdateConditions {
        paths = List.copyOf(paths);
    }

    /** A launch path, and what an update meets on it. */
    public record OfPath(LaunchPath path, UpdateTerms terms) {}

    /** Nothing is known, for this reason. */
    public static UpdateConditions unknown(String reason) {
        return new UpdateConditions(List.of(), reason);
    }

    /**
     * Asks for each launch path. If AWS refuses or does not answer, the constraints of the paths are known all the same. A
     * question that only serves warnings must reject no row.
     *
     * @param terms asks for what an update meets on a path
     */
    public static UpdateConditions ask(List<LaunchPath> paths, Function<LaunchPath, UpdateTerms> terms) {
        List<OfPath> known = new ArrayList<>();
        String notKnown = null;
        for (LaunchPath path : paths.subList(0, Math.min(MOST_PATHS, paths.size()))) {
            UpdateTerms ofPath = UpdateTerms.NONE;
            if (notKnown == null) {
                try {
                    ofPath = terms.apply(path);
                } catch (AwsDeniedException | AwsRefusedException | AwsBusyException e) {
                    notKnown = String.valueOf(e.getMessage());
                }
            }
            known.add(new OfPath(path, ofPath));
        }
        if (notKnown == null && paths.size() > MOST_PATHS) {
            notKnown = "only %d of %d launch paths were looked at".formatted(MOST_PATHS, paths.size());
        }
        return new UpdateConditions(known, notKnown);
    }
}
