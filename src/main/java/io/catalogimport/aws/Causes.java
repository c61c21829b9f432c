package io.catalogimport.aws;

import java.util.stream.Stream;

/** The causes of a failure: the failure itself first, the innermost one last. */
final class Causes {
    /** Causes may refer to each other in a circle. */
    private static final int DEEPEST = 20;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    /** The causes that were classified before another exception wrapped them, such as missing credentials. */
    static Stream<RuntimeException> classified(Throwable failure) {
        return of(failure)
                .filter(cause -> cause instanceof AwsException || cause instanceof AwsConfigurationException)
                .map(RuntimeException.class::cast);
    }
}
