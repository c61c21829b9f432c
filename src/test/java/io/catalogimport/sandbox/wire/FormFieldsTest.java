package io.catalogimport.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormFieldsTest {
    @Test
    void decodesNamesAndValues() {
        assertThat(FormFields.decode("Stack+Name=a%2Fb&Empty=&Bare&Broken=%zz"))
                .containsEntry("Stack Name", "a/b")
                .containsEntry("Empty", "")
                .containsEntry("Bare", "")
                .containsEntry("Broken", "%zz");
    }

    @Test
    void undoesTheFlatteningOfTheQueryProtocol() {
        assertThat(FormFields.tree(FormFields.decode(
                        "Tags.member.2.Key=b&Tags.member.1.Key=a&Tags.member.1.Value=x&Name=n&Info.A.B=c")))
                .hasToString("{Tags=[{Key=a, Value=x}, {Key=b}], Name=n, Info={A={B=c}}}");
    }

    @Test
    void ordersMoreThanNineItemsByNumber() {
        assertThat(FormFields.tree(FormFields.decode("L.member.10=j&L.member.9=i&L.member.2=b")))
                .hasToString("{L=[b, i, j]}");
    }
}
