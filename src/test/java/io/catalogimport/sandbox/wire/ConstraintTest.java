package io.catalogimport.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.wire.Constraint.Structure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstraintTest {
    private static final Structure MEMBERS = Constraints.members()
            .required("Name", Constraints.text(1, 5, "[a-z]*"))
            .optional("Size", Constraints.whole(0, 20))
            .optional("Kind", Constraints.oneOf("A", "B"))
            .optional("Tags", Constraints.list(1, Constraints.members().required("Key", Constraints.text())));

    @Test
    void saysNothingOfWhatIsRight() {
        assertThat(check(Map.of("Name", "abc", "Size", 20, "Kind", "A", "Tags", List.of(Map.of("Key", "k")), "More", 1))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void usesTheSentencesOfAws() {
        assertThat(message(Map.of()))
                .isEqualTo("1 validation error detected: Value null at 'name' failed to satisfy constraint:"
                        + " Member must not be null");
        assertThat(message(Map.of("Name", "abcdef")))
                .isEqualTo("1 validation error detected: Value 'abcdef' at 'name' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 5");
        assertThat(message(Map.of("Name", "a", "Size", 21, "Kind", "C")))
                .isEqualTo(
                        "2 validation errors detected: Value '21' at 'size' failed to satisfy constraint:"
                                + " Member must have value less than or equal to 20;"
                                + " Value 'C' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]");
    }

    @Test
    void namesMembersOfListsByTheirPlace() {
        assertThat(message(Map.of("Name", "a", "Tags", List.of(Map.of()))))
                .contains("Value null at 'tags.1.member.key'");
    }

    @Test
    void aMemberOfAnotherTypeCannotBeChecked() {
        assertThatThrownBy(() -> check(Map.of("Name", 5))).isInstanceOf(MalformedMemberException.class);
        assertThatThrownBy(() -> check(Map.of("Name", "a", "Size", "many")))
                .isInstanceOf(MalformedMemberException.class);
        assertThatThrownBy(() -> check(Map.of("Name", "a", "Tags", "t"))).isInstanceOf(MalformedMemberException.class);
    }

    private static String message(Map<String, Object> members) {
        return check(members).message();
    }

    private static Violations check(Map<String, Object> members) {
        Violations violations = new Violations();
        MEMBERS.check("", members, violations);
        return violations;
    }
}
