package io.catalogimport.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the codes mean, read from docs/codes.md itself: the build puts that page into the program. */
final class Explanations {
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (`[A-Z][^|]*) \\| [^|]* \\| ((?:[^|\\\\]|\\\\.)*) \\| ((?:[^|\\\\]|\\\\.)*) \\|$");
    private static final Pattern CODE = Pattern.compile("`([A-Z0-9_]+\\*?)`");
    private static final Pattern OF_AWS = Pattern.compile("(?s)## AWS's own codes\n\n(.*?)\n\n.*\n\n(.*)$");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern MONOSPACE = Pattern.compile("`([^`]*)`");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");
    private static final SafeText SAFE = new SafeText();

    private final Map<String, Explanation> byCode = new LinkedHashMap<>();
    private final Explanation ofAws;

    private Explanations(String page) {
        ROW.matcher(page).results().forEach(this::read);
        Matcher section = OF_AWS.matcher(page);
        if (!section.find()) {
            throw new IllegalStateException("codes.md does not say what AWS's own codes are");
        }
        ofAws = new Explanation(html(section.group(1)), html(section.group(2).strip()));
    }

    /** What a code means and what to do, as HTML. */
    record Explanation(String meaning, String whatToDo) {}

    static Explanations load() {
        try (InputStream page = Explanations.class.getResourceAsStream("codes.md")) {
            return new Explanations(new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code that the page does not name is AWS's own. */
    Explanation of(String code) {
        Explanation exact = byCode.get(code);
        if (exact != null) {
            return exact;
        }
        return byCode.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("*"))
                .filter(entry -> code.startsWith(
                        entry.getKey().substring(0, entry.getKey().length() - 1)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ofAws);
    }

    private void read(MatchResult row) {
        Explanation explanation = new Explanation(html(row.group(2)), html(row.group(3)));
        CODE.matcher(row.group(1)).results().forEach(code -> byCode.put(code.group(1), explanation));
    }

    /** The few forms of Markdown that the page uses. The pages that it links to are not in the report. */
    private static String html(String markdown) {
        String text = SAFE.escape(LINK.matcher(markdown.replace("\\|", "|")).replaceAll("$1"))
                .replace("&#x60;", "`");
        String withCode = MONOSPACE.matcher(text).replaceAll("<code>$1</code>");
        return EMPHASIS.matcher(withCode).replaceAll("<em>$1</em>");
    }
}
