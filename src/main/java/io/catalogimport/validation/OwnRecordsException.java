package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import java.util.function.Supplier;

/**
 * The run's own records could not be read. That says nothing about a mapping and does not reject it. The run waits or
 * ends, like after any failure of its database.
 */
final class OwnRecordsException extends RuntimeException {
    private final RuntimeException failure;

    private OwnRecordsException(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }

    /** The same work list, with failures that can be told from those of a rule. */
    static UpcomingMappings marked(UpcomingMappings upcoming) {
        return (lane, line, limit) -> marked(() -> upcoming.from(lane, line, limit));
    }

    /** The same imports, with failures that can be told from those of a rule. */
    static EarlierImports marked(EarlierImports earlier) {
        return new EarlierImports() {
            @Override
            public boolean succeeded(String stackArn, ProvisionedProduct product) {
                return marked(() -> earlier.succeeded(stackArn, product));
            }

            @Override
            public boolean made(String stackArn, ProvisionedProduct product) {
                return marked(() -> earlier.made(stackArn, product));
            }
        };
    }

    private static <T> T marked(Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw new OwnRecordsException(e);
        }
    }

    RuntimeException failure() {
        return failure;
    }
}
