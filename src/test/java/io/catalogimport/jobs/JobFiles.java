package io.catalogimport.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in {@code jobs/}, by their path in there. */
final class JobFiles {
    /** What no command line may hold. */
    static final Pattern SECRET = Pattern.compile("(?i)password|secret|token|credential|access.?key|AKIA|jdbc:");

    private static final Path JOBS = Path.of("jobs");

    private JobFiles() {}

    static String read(String file) throws IOException {
        return Files.readString(JOBS.resolve(file));
    }

    static JsonNode json(String file) throws IOException {
        return new JsonMapper().readTree(read(file));
    }

    /** All documents of a YAML file. */
    static List<JsonNode> documents(String file) throws IOException {
        return yaml(read(file));
    }

    static List<JsonNode> yaml(String text) {
        return yaml(text, new SafeConstructor(options()));
    }

    static List<JsonNode> yaml(String text, SafeConstructor constructor) {
        Iterable<Object> documents = new Yaml(constructor).loadAll(text);
        Function<Object, JsonNode> asTree = new JsonMapper()::valueToTree;
        return StreamSupport.stream(documents.spliterator(), false).map(asTree).toList();
    }

    static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
