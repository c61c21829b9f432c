package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WarningSettingsTest {
    private static final Pattern WARNINGS = Pattern.compile("(?s)Warnings and notes of validation\\..*?\n## ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \\| any");
    private static final Pattern CODE = Pattern.compile("[A-Z_]+");

    /** Those of rows that are imported already reject nothing. */
    @Test
    void knowTheWarningsThatTheManualExplains() throws IOException {
        String section = WARNINGS.matcher(Files.readString(Path.of("docs/codes.md")))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();

        List<String> explained = ROW.matcher(section)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results().map(MatchResult::group))
                .toList();

        assertThat(WarningSettings.CODES)
                .contains("TEMPLATE_DIFFERS")
                .containsAll(explained)
                .hasSize(explained.size() + 1);
    }
}
