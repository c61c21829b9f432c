package io.catalogimport.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam:::role/Deploy*, arn:aws:iam::111122223333:role/Deployer, true",
        "arn:aws:iam:::role/Deploy?, arn:aws:iam::111122223333:role/Deployer, false",
        "arn:aws:iam:::role/*, arn:aws:iam::111122223333:role/jobs/Importer, true",
        "arn:aws:iam:::role/*, arn:aws:iam::111122223333:user/sandbox, false",
        "arn:aws:iam:::role/a.b, arn:aws:iam::111122223333:role/aXb, false"
    })
    void aPatternHoldsForAnyAccount(String pattern, String arn, boolean included) {
        assertThat(Principal.matching(pattern).includes(arn)).isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/Importer, true",
        "arn:aws:iam::222233334444:role/Importer, false",
        "arn:aws:iam::111122223333:role/Importer2, false"
    })
    void anExactPrincipalIsThatOneOnly(String arn, boolean included) {
        assertThat(Principal.exactly("arn:aws:iam::111122223333:role/Importer").includes(arn))
                .isEqualTo(included);
    }
}
