package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners are compared as AWS may show them. */
class PrincipalArnTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/team/Operations";
    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Operations/alice";

    @ParameterizedTest
    @ValueSource(strings = {ROLE, SESSION, "arn:aws:iam::111122223333:role/Operations"})
    void aRoleIsTheSameWithItsPathWithoutItAndAsASession(String shown) {
        assertThat(principal(ROLE).isSameAs(shown)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::444455556666:role/Operations",
                "arn:aws-cn:iam::111122223333:role/Operations",
                "arn:aws:iam::111122223333:role/Other",
                "arn:aws:iam::111122223333:user/Operations",
                "Operations"
            })
    void anotherAccountPartitionNameOrKindIsNotTheSame(String shown) {
        assertThat(principal(ROLE).isSameAs(shown)).isFalse();
    }

    @Test
    void twoSessionsOfARoleAreNotTheSame() {
        assertThat(principal(SESSION).isSameAs(SESSION.replace("alice", "bob"))).isFalse();
        assertThat(principal(SESSION).isSameAs(ROLE)).isTrue();
    }

    @Test
    void twoSessionsOfARoleAreOfOnePrincipal() {
        assertThat(PrincipalArn.areOfOnePrincipal(SESSION, SESSION.replace("alice", "bob")))
                .isTrue();
        assertThat(PrincipalArn.areOfOnePrincipal(SESSION, SESSION.replace("Operations", "Other")))
                .isFalse();
        assertThat(PrincipalArn.areOfOnePrincipal("arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:root"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Operations", "arn:aws:iam::1111:role/Operations", "arn:aws:iam::111122223333:root"})
    void anythingElseIsNoPrincipal(String text) {
        assertThat(PrincipalArn.parse(text)).isEmpty();
    }

    private static PrincipalArn principal(String text) {
        return PrincipalArn.parse(text).orElseThrow();
    }
}
