package io.catalogimport.job.validate;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.importing.IdempotencyToken;
import io.catalogimport.ledger.ImportHistory;
import io.catalogimport.ledger.ImportHistory.Past;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.validation.EarlierImports;

/** The imports that the ledger knows of, over all runs. */
public final class KnownImports implements EarlierImports {
    private final ImportHistory history;

    public KnownImports(ImportHistory history) {
        this.history = history;
    }

    @Override
    public boolean succeeded(String stackArn, ProvisionedProduct product) {
        return history.of(stackArn, product.id()).stream()
                .filter(past -> MappingState.DONE.contains(past.entry().state()))
                .filter(past -> past.entry().mapping().stackArn().toString().equals(stackArn))
                .anyMatch(past -> knows(past, product));
    }

    @Override
    public boolean made(String stackArn, ProvisionedProduct product) {
        return history.of(stackArn, product.id()).stream()
                .filter(past -> past.entry().attempt().number() > 0)
                .anyMatch(past -> knows(past, product) || hasToken(past, product));
    }

    private static boolean knows(Past past, ProvisionedProduct product) {
        return product.id().equals(past.entry().attempt().provisionedProductId());
    }

    /** A later attempt may have taken the place of the one that made it. */
    private static boolean hasToken(Past past, ProvisionedProduct product) {
        String token = product.idempotencyToken();
        return token != null
                && (token.equals(past.entry().attempt().idempotencyToken())
                        || IdempotencyToken.isOf(token, past.digest(), past.entry()));
    }
}
