package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.world.ResultPage;
import java.util.List;

/** How Service Catalog pages: a size of zero, or no size, means the default. */
final class Paging {
    private static final int USUAL_SIZE = 20;

    private Paging() {}

    static <T> ResultPage<T> page(List<T> all, Input input) {
        int size = input.number("PageSize").orElse(0);
        try {
            return ResultPage.of(all, size == 0 ? USUAL_SIZE : size, input.find("PageToken"));
        } catch (IllegalArgumentException e) {
            throw AwsError.INVALID_PARAMETERS.because("The page token is not valid.");
        }
    }
}
