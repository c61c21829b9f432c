package io.catalogimport.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fault: explode | calls[0].fault: must be one of throttle, internal-failure",
                "probability: 1 | calls[0]: fault is missing",
                "fault: deny, rate: 2 | calls[0].rate: unknown key",
                "fault: deny, probability: 2 | calls[0].probability: must be from 0 to 1",
                "fault: deny, probability: -1 | calls[0].probability: must be a number",
                "fault: deny, times: 1.5 | calls[0].times: must be a whole number",
                "fault: deny, services: [ec2] | calls[0].services[0]: must be one of",
                "fault: deny, operations: GetTemplate | calls[0].operations: must be a list",
                "fault: throttle, burst: 2 | calls[0].burst: means nothing without a rate",
                "fault: error, code: X, status: 200 | calls[0]: status must be from 400 to 599",
                "fault: clock-skew | calls[0]: a skewed clock is either ahead or behind",
                "fault: latency | calls[0]: max is missing",
                "'fault: latency, min: 2s, max: 1s' | calls[0]: max is less than min"
            })
    void namesTheKeyOfWhatIsWrong(String rule, String complaint) {
        assertThatThrownBy(() -> FaultReader.read("storm", "calls: [{" + rule + "}]"))
                .isInstanceOf(SeedException.class)
                .hasMessageStartingWith("storm: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: explode | imports[0].outcome: must be one of succeed, fail",
                "outcome: fail, times: 1 | imports[0].times: unknown key",
                "outcome: fail, probability: some | imports[0].probability: must be a number"
            })
    void namesTheKeyOfWhatIsWrongWithImports(String odds, String complaint) {
        assertThatThrownBy(() -> FaultReader.read("storm", "imports: [{" + odds + "}]"))
                .hasMessageStartingWith("storm: " + complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed: x", "call: []", "[", "{\"seed\": 1,", "text"})
    void refusesWhatIsNoDocumentOfFaults(String document) {
        assertThatThrownBy(() -> FaultReader.read("storm", document)).isInstanceOf(SeedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "calls:", "{\"seed\": 42, \"calls\": []}"})
    void nothingGoesWrongWhereNothingIsSaid(String document) {
        assertThat(FaultReader.read("storm", document).hits()).isEmpty();
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThatThrownBy(() -> FaultReader.read(Path.of("none.yaml"))).hasMessage("none.yaml: cannot be read");
    }
}
