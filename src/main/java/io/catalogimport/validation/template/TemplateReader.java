package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.UnreadableTemplateException.NotJson;
import java.util.Optional;

/**
 * Reads a template in either language. CloudFormation reads JSON as YAML in its flow style, which is nearly the same.
 * So it accepts commas before a closing brace, comments, and keys without quotes.
 */
final class TemplateReader {
    /** Four times the size that CloudFormation accepts from S3. */
    private static final int LONGEST = 4 << 20;

    private TemplateReader() {}

    static ReadTemplate read(String text) throws UnreadableTemplateException {
        if (text.length() > LONGEST) {
            throw new UnreadableTemplateException("it has more than " + LONGEST + " characters");
        }
        if (text.isBlank()) {
            throw new UnreadableTemplateException("it is empty");
        }
        var repeated = new RepeatedKeys();
        TemplateNode root = text.stripLeading().startsWith("{")
                ? withBrace(text, repeated)
                : YamlTemplateReader.read(text, repeated);
        if (root instanceof Entries entries) {
            return new ReadTemplate(NormalForm.of(entries), repeated);
        }
        throw new UnreadableTemplateException("it is not an object with keys such as Resources");
    }

    /** The template; empty if it cannot be read. */
    static Optional<ReadTemplate> tryRead(String text) {
        try {
            return Optional.of(read(text));
        } catch (UnreadableTemplateException e) {
            return Optional.empty();
        }
    }

    private static TemplateNode withBrace(String text, RepeatedKeys repeated) throws UnreadableTemplateException {
        try {
            return JsonTemplateReader.read(text, repeated);
        } catch (NotJson notJson) {
            try {
                return YamlTemplateReader.read(text, repeated);
            } catch (UnreadableTemplateException neither) {
                throw notJson;
            }
        }
    }
}
