package io.catalogimport.validation.template;

/** Reads a template of either language. Like CloudFormation, it takes a text that begins with a brace for JSON. */
final class TemplateReader {
    /** Four times what CloudFormation takes from S3. */
    private static final int LONGEST = 4 << 20;

    private TemplateReader() {}

    static TemplateNode read(String text) throws UnreadableTemplateException {
        if (text.length() > LONGEST) {
            throw new UnreadableTemplateException("it has more than " + LONGEST + " characters");
        }
        String template = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (template.isBlank()) {
            throw new UnreadableTemplateException("it is empty");
        }
        boolean isJson = template.stripLeading().startsWith("{");
        TemplateNode root = isJson ? JsonTemplateReader.read(template) : YamlTemplateReader.read(template);
        if (root instanceof TemplateNode.Entries) {
            return root;
        }
        throw new UnreadableTemplateException("it is not an object with keys such as Resources");
    }
}
