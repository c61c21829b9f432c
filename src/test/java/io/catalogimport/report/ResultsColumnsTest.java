package io.catalogimport.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ResultsColumnsTest {
    private static final Pattern SECTION = Pattern.compile("(?s)### results.csv\n(.*?)\n###");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    @Test
    void theReferenceNamesTheColumnsInTheirOrder() throws IOException {
        StringWriter header = new StringWriter();
        new ResultsCsv(rows -> {}).write(new Run(1, "digest", List.of()), header);

        assertThat(named()).containsExactly(header.toString().strip().split(","));
    }

    private static List<String> named() throws IOException {
        return SECTION.matcher(Files.readString(Path.of("docs/reference.md")))
                .results()
                .flatMap(section -> section.group(1).lines())
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME.matcher(line.split(" \\| ", 2)[0]).results())
                .map(name -> name.group(1))
                .toList();
    }
}
