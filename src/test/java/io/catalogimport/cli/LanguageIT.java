package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a machine whose language is not English. */
class LanguageIT {

    @Test
    void writesNumbersWithLatinDigits(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mappings.csv"), "stack_arn,product_id\n");

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CatalogImport.class.getName(),
                        "plan",
                        file.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("on line 1, lacks");
    }
}
