package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private final LoggerContext context = new LoggerContext();
    private final LoggingEvent event = new LoggingEvent(
            "", context.getLogger("io.catalogimport.Any"), Level.WARN, "two\nlines \u001b[31m", null, null);

    @Test
    void haveTheRowAndTheRequestAsFields() {
        event.setMDCPropertyMap(
                Map.of("run", "1", "line", "7", "lane", "111122223333/eu-central-1", "stack", "orders"));
        event.setKeyValuePairs(List.of(new KeyValuePair("request_id", "f47d-1")));

        JsonNode line = line();

        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/line").asString()).isEqualTo("7");
        assertThat(line.at("/stack").asString()).isEqualTo("orders");
        assertThat(line.at("/request_id").asString()).isEqualTo("f47d-1");
    }

    @Test
    void areLinesWhateverIsSaid() {
        event.setMDCPropertyMap(Map.of());

        assertThat(text()).hasLineCount(1).doesNotContain("\u001b");
        assertThat(line().at("/message").asString()).isEqualTo("two\nlines \u001b[31m");
    }

    private JsonNode line() {
        return new JsonMapper().readTree(text());
    }

    private String text() {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        return new String(lines.encode(event), StandardCharsets.UTF_8).stripTrailing();
    }
}
