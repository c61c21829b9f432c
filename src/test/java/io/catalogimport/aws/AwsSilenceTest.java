package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.catalogimport.aws.AwsBusyException.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AwsSilenceTest {
    private static final Lane ONE = new Lane("aws", "111122223333", "eu-central-1");
    private static final Lane OTHER = new Lane("aws", "444455556666", "eu-central-1");

    private final Logger logger = (Logger) LoggerFactory.getLogger(AwsSilence.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final FakeTime time = new FakeTime();
    private final AwsSilence silence = new AwsSilence(time);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(said);
    }

    @Test
    void saysOnceThatAwsDoesNotAnswerAndOnceThatItDoes() {
        for (int look = 0; look < 20; look++) {
            isNotConnected(ONE);
            isNotConnected(OTHER);
            time.waitFor(Duration.ofSeconds(4));
        }
        answers(OTHER);
        answers(ONE);

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(0)).startsWith("AWS has not answered since ").contains("(eu-central-1, 2 lanes)");
        assertThat(messages().get(1)).isEqualTo("AWS answers again in eu-central-1, after 80 s");
        assertThat(said.list).allMatch(event -> event.getLevel() == Level.WARN);
    }

    @Test
    void saysThatAwsOnlyFailsWhereItDoes() {
        for (int look = 0; look < 4; look++) {
            fails(ONE, new AwsBusyException(Reason.UNAVAILABLE, "Http500", "Http500", "request-1", null));
            time.waitFor(Duration.ofSeconds(4));
        }

        assertThat(messages()).singleElement().asString().startsWith("AWS has only failed since ");
    }

    @Test
    void saysNothingOfAShortBreak() {
        isNotConnected(ONE);
        time.waitFor(Duration.ofSeconds(4));
        answers(ONE);
        time.waitFor(Duration.ofMinutes(1));
        isNotConnected(ONE);
        answers(ONE);

        assertThat(messages()).isEmpty();
    }

    @Test
    void takesARefusalForAnAnswer() {
        for (int look = 0; look < 10; look++) {
            fails(ONE, AwsFailures.accessDenied());
            time.waitFor(Duration.ofSeconds(4));
        }

        assertThat(messages()).isEmpty();
    }

    private void answers(Lane lane) {
        assertThat(silence.watched(lane, () -> "answer")).isEqualTo("answer");
    }

    private void isNotConnected(Lane lane) {
        fails(lane, new AwsBusyException(Reason.NOT_CONNECTED, "No answer", "SdkClientException", null, null));
    }

    private void fails(Lane lane, AwsException failure) {
        assertThatThrownBy(() -> silence.watched(lane, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private List<String> messages() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
