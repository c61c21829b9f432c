package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The templates beside a seed, each read once, also if many stacks are made from it. */
final class SeedFiles {
    private final Path seed;
    private final Map<String, Template> templates = new HashMap<>();

    SeedFiles(Path seed) {
        this.seed = seed;
    }

    /** A file that the seed names. */
    Path path(SeedNode name) {
        return seed.resolveSibling(name.text());
    }

    Template template(SeedNode name) {
        Template known = templates.get(name.text());
        if (known != null) {
            return known;
        }
        Template template = read(name);
        templates.put(name.text(), template);
        return template;
    }

    private Template read(SeedNode name) {
        Path file = path(name);
        try {
            return Template.parse(Files.readString(file));
        } catch (IOException e) {
            throw name.wrong(file + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw name.wrong(file + " is no template: " + e.getMessage());
        }
    }
}
