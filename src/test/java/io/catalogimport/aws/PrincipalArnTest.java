package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalArnTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/Importer";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/Importer",
        "arn:aws:iam::111122223333:role/of/migrations/Importer",
        "arn:aws:sts::111122223333:assumed-role/Importer/last-night"
    })
    void takesARoleWithItsPathAndItsSessionsForTheSame(String other) {
        assertThat(PrincipalArn.areSame(ROLE, other)).isTrue();
        assertThat(PrincipalArn.areSame(other, ROLE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:user/Importer",
        "arn:aws:iam::222233334444:role/Importer",
        "arn:aws-cn:iam::111122223333:role/Importer",
        "arn:aws:sts::111122223333:assumed-role/Operations/Importer",
        "arn:aws:iam::111122223333:root"
    })
    void tellsOtherUsersAndRolesApart(String other) {
        assertThat(PrincipalArn.areSame(ROLE, other)).isFalse();
    }
}
