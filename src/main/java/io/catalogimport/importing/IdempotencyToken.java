package io.catalogimport.importing;

import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import io.catalogimport.mapping.Sha256;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The token of one attempt: a digest of the file, of what the row asks for, and of the number of the attempt. A new
 * attempt must not get the record of an old, failed one. That holds in this file and in the {@code remaining.csv} made
 * from it.
 */
public final class IdempotencyToken {
    /** A row that fails each night has a new attempt each night. */
    private static final int LIKELY_ATTEMPTS = 100;

    private IdempotencyToken() {}

    /** The token for the entry's next attempt: 64 hexadecimal digits. */
    static String next(Run run, LedgerEntry entry) {
        return of(run.digest(), entry.mapping(), entry.attempt().number() + 1);
    }

    /** Whether the token belongs to one of the entry's attempts. */
    public static boolean isOf(String token, String digest, LedgerEntry entry) {
        return attempt(token, digest, entry.mapping(), entry.attempt().number()).isPresent();
    }

    /**
     * The number of the attempt that has the token, without the ledger's help; empty if it is not a token of the mapping.
     *
     * @param digest that of the mapping file
     */
    public static OptionalInt attemptOf(String token, String digest, StackMapping mapping) {
        return attempt(token, digest, mapping, LIKELY_ATTEMPTS);
    }

    private static OptionalInt attempt(String token, String digest, StackMapping mapping, int attempts) {
        return IntStream.rangeClosed(1, attempts)
                .filter(attempt -> of(digest, mapping, attempt).equals(token))
                .findFirst();
    }

    private static String of(String digest, StackMapping mapping, int attempt) {
        return Sha256.of(String.join(
                "\n",
                List.of(
                        digest,
                        mapping.stackArn().toString(),
                        mapping.productId(),
                        mapping.provisioningArtifactId(),
                        mapping.provisionedProductName(),
                        Integer.toString(attempt))));
    }
}
