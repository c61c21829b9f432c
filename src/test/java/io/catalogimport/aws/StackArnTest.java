package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are the ARN of a stack. */
class StackArnTest {
    private static final String ID = "0d5f1c9e-7a41-4c43-9a35-1f7d3a8c2b6e";

    @Test
    void knowsItsParts() {
        assertThat(StackArn.parse("arn:aws:cloudformation:eu-central-1:111122223333:stack/Orders-queue2/" + ID))
                .contains(new StackArn("aws", "eu-central-1", "111122223333", "Orders-queue2", ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/a/1",
                "arn:aws-:cloudformation:-:111122223333:stack/a-/-1",
                "arn:aws-iso-b:cloudformation:us-isob-east-1:111122223333:stack/A/" + ID,
            })
    void isThatOfAStackInAnyPartition(String text) {
        assertThat(StackArn.parse(text)).map(StackArn::toString).contains(text);
    }

    @Test
    void hasANameAndAnIdOfAtMost128Characters() {
        String longest = "a".repeat(128);

        assertThat(StackArn.parse(named(longest, longest))).isPresent();
        assertThat(StackArn.parse(named(longest + "a", ID))).isEmpty();
        assertThat(StackArn.parse(named("a", longest + "a"))).isEmpty();
    }

    private static String named(String name, String id) {
        return "arn:aws:cloudformation:eu-central-1:111122223333:stack/" + name + "/" + id;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn",
                "orders",
                "ARN:aws:cloudformation:eu-central-1:111122223333:stack/orders/1",
                "arn:AWS:cloudformation:eu-central-1:111122223333:stack/orders/1",
                "arn:aw:cloudformation:eu-central-1:111122223333:stack/orders/1",
                "arn:aws1:cloudformation:eu-central-1:111122223333:stack/orders/1",
                "arn:aws:s3:eu-central-1:111122223333:stack/orders/1",
                "arn:aws:cloudformation::111122223333:stack/orders/1",
                "arn:aws:cloudformation:eu_central-1:111122223333:stack/orders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/1_",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/ö",
                "arn:aws:cloudformation:EU-central-1:111122223333:stack/orders/1",
                "arn:aws:cloudformation:eu-central-1:11112222333:stack/orders/1",
                "arn:aws:cloudformation:eu-central-1:1111222233334:stack/orders/1",
                "arn:aws:cloudformation:eu-central-1:11112222333a:stack/orders/1",
                "arn:aws:cloudformation:eu-central-1:١١١١٢٢٢٢٣٣٣٣:stack/orders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stackset/orders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack//1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/1/2",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/1:2",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/1orders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/-orders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/or_ders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/örders/1",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/1 ",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/1\n",
            })
    void isNoOtherText(String text) {
        assertThat(StackArn.parse(text)).isEmpty();
    }
}
