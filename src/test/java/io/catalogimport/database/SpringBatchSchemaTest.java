package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class SpringBatchSchemaTest {
    private static final String SCRIPT = "org/springframework/batch/core/schema-postgresql.sql";

    @Test
    void isTheScriptThatTheFirstMigrationWasReleasedWith() throws IOException, NoSuchAlgorithmException {
        assertThat(sha256())
                .as(
                        "Spring Batch has changed its tables. Keep the old script as the resource that SpringBatchSchema runs, add"
                                + " a migration with the difference (Spring Batch has one in org/springframework/batch/core/migration),"
                                + " and only then put the new digest here.")
                .isEqualTo("f2ac75cae966e4eb1cd97ee6b11f130495b7109153754a7983befb87614d6e38");
    }

    private static String sha256() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream script = new DigestInputStream(new ClassPathResource(SCRIPT).getInputStream(), digest)) {
            script.readAllBytes();
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
