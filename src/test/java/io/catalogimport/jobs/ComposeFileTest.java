package io.catalogimport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compose file fits the schema of the Compose Specification, and names files that are there. */
class ComposeFileTest {
    private static final String FILE = "compose/compose.yaml";

    @Test
    void fitsTheSchema() throws IOException {
        assertThat(faults(JobFiles.read(FILE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image: postgres:17 | imago: postgres:17",
                "condition: service_healthy | condition: healthy",
                "retries: 30 | retries: [30]",
                "network_mode: service:sandbox | network_mode: {service: sandbox}",
                "dockerfile: jobs | dockerfil: jobs",
            })
    void aMistakeIsFound(String right, String wrong) throws IOException {
        String file = JobFiles.read(FILE);
        assertThat(file).contains(right);

        assertThat(faults(file.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void namesFilesOfTheProject() throws IOException {
        JsonNode services = JobFiles.documents(FILE).get(0).path("services");
        Path directory = Path.of("jobs/compose");
        Path context = directory.resolve(services.at("/sandbox/build/context").asString());

        assertThat(context.resolve(services.at("/sandbox/build/dockerfile").asString()))
                .isRegularFile();
        assertThat(services.valueStream()
                        .flatMap(service -> service.path("volumes").valueStream())
                        .map(JsonNode::asString)
                        .filter(volume -> volume.startsWith("."))
                        .map(volume -> directory.resolve(volume.replaceFirst(":.*", ""))))
                .isNotEmpty()
                .allMatch(Files::isDirectory);
    }

    private static List<Error> faults(String yaml) throws IOException {
        JsonMapper json = new JsonMapper();
        // The schema names its draft by what is not an address, and its parts by a member that newer drafts do not
        // know.
        String text = Files.readString(Path.of("src/test/resources/jobs/compose-spec.json"))
                .replaceAll("\"(\\$schema|id)\": \"[^\"]*\",", "");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(json.readTree(text));
        return schema.validate(JobFiles.yaml(yaml).get(0));
    }
}
