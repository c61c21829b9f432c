package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleSettingsTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "Importer, aws, arn:aws:iam::444455556666:role/Importer",
        "Importer, aws-cn, arn:aws-cn:iam::444455556666:role/Importer",
        "Importer, aws-us-gov, arn:aws-us-gov:iam::444455556666:role/Importer",
        "jobs/Importer, aws, arn:aws:iam::444455556666:role/jobs/Importer",
        "/jobs/Importer, aws, arn:aws:iam::444455556666:role/jobs/Importer",
        "arn:{partition}:iam::{account}:role/jobs/Importer, aws-cn, arn:aws-cn:iam::444455556666:role/jobs/Importer",
        "arn:aws:iam::999988887777:role/Importer, aws, arn:aws:iam::999988887777:role/Importer",
    })
    void isTheRoleInTheLanesAccountAndPartition(String role, String partition, String arn) {
        Lane lane = new Lane(partition, "444455556666", "any-region-1");

        assertThat(new RoleSettings(role, null, "import").arn(lane)).isEqualTo(arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a role", "arn:aws:iam::4444:role/Importer", "arn:aws:iam::{acct}:role/x", "a//b", "x/"})
    void refusesWhatCannotBeARole(String role) {
        assertThatThrownBy(() -> new RoleSettings(role, null, "import"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a role's name or ARN: " + role);
    }

    @Test
    void refusesWhatStsWouldRefuse() {
        assertThatThrownBy(() -> new RoleSettings("Importer", "x", "import")).hasMessageContaining("external id: x");
        assertThatThrownBy(() -> new RoleSettings("Importer", null, "a b")).hasMessageContaining("session's name: a b");
    }
}
