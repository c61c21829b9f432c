package io.catalogimport.importing;

import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import io.catalogimport.mapping.Sha256;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The token of one attempt: a digest of what is asked, in which file, and which attempt it is. A new attempt must not
 * get the record of an old, failed one, neither in this file nor in the file of leftovers that is made from it.
 */
public final class IdempotencyToken {
    private IdempotencyToken() {}

    /** The token for the attempt after those that the entry knows of: 64 hexadecimal digits. */
    static String next(Run run, LedgerEntry entry) {
        return of(run.digest(), entry.mapping(), entry.attempt().number() + 1);
    }

    /** Whether the token is that of an attempt that the entry knows of. */
    public static boolean isOf(String token, String digest, LedgerEntry entry) {
        return IntStream.rangeClosed(1, entry.attempt().number())
                .anyMatch(attempt -> of(digest, entry.mapping(), attempt).equals(token));
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
