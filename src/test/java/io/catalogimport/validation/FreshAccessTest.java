package io.catalogimport.validation;

import static io.catalogimport.aws.AwsFailures.refused;
import static io.catalogimport.aws.FakeCatalog.launchPaths;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.mapping.StackMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access that was granted a moment ago. */
class FreshAccessTest {
    private static final StackMapping MAPPING = aMapping().build();

    private final ValidationScene scene = new ValidationScene();

    @BeforeEach
    void giveStackAndVersionOneTemplate() {
        scene.bothHaveTemplate("Resources: {Topic: {Type: 'AWS::SNS::Topic'}}");
    }

    @Test
    void aPathThatAppearsWithinTheMinuteIsTaken() {
        scene.catalog.launchPaths().then(launchPaths(0)).then(launchPaths(0)).then(launchPaths(1));

        assertThat(scene.validator().validate(MAPPING))
                .isEqualTo(new Verdict.Importable(List.of(), "CREATE_COMPLETE", "lpv3-1"));
        assertThat(scene.time.waits()).containsExactly(seconds(5), seconds(10));
    }

    @Test
    void aProductThatIsNotThereIsNotWaitedFor() {
        scene.catalog.products().then(Optional.empty());

        assertThat(codes(scene.validator().validate(MAPPING))).containsExactly("PRODUCT_NOT_FOUND");
        assertThat(scene.time.waits()).isEmpty();
    }

    @Test
    void whatIsNotThereAfterAMinuteIsRejected() {
        scene.catalog.launchPaths().then(launchPaths(0));

        assertThat(codes(scene.validator().validate(MAPPING))).containsExactly("NO_LAUNCH_PATH");
        assertThat(scene.time.waits()).containsExactly(seconds(5), seconds(10), seconds(20), seconds(25));
    }

    @Test
    void theMinuteIsTheWholeRunsAndNotEachProducts() {
        scene.catalog.launchPaths().then(launchPaths(0));
        MappingValidator validator = scene.validator();

        Stream.of("prod-web", "prod-web", "prod-b", "prod-c")
                .forEach(product ->
                        validator.validate(aMapping().toProduct(product).build()));

        assertThat(scene.time.waited()).isEqualTo(Duration.ofMinutes(1));
        assertThat(scene.catalog.calls().stream().filter("launchPaths"::equals)).hasSize(5 + 2);
    }

    @Test
    void aProfileThatIsNotKnownEverywhereYetIsAskedForAgain() {
        AwsRefusedException unknown = new AwsRefusedException(
                "AWS answered InvalidParametersException to ListLaunchPaths: Instance profile does not exist",
                "InvalidParametersException",
                null,
                null);
        scene.catalog.launchPaths().thenThrow(unknown).then(launchPaths(1));

        assertThat(scene.validator().validate(MAPPING)).isInstanceOf(Verdict.Importable.class);

        scene.catalog.launchPaths().afresh().thenThrow(unknown);
        assertThat(codes(scene.validator().validate(MAPPING))).containsExactly("InvalidParametersException");
    }

    @Test
    void anotherRefusalIsFinal() {
        scene.catalog.launchPaths().thenThrow(refused("InvalidParametersException"));

        assertThat(codes(scene.validator().validate(MAPPING))).containsExactly("InvalidParametersException");
        assertThat(scene.time.waits()).isEmpty();
    }

    @Test
    void aStopEndsTheWait() {
        scene.catalog.launchPaths().then(launchPaths(0));
        scene.time.stopAfterWaits(1);
        MappingValidator validator = scene.validator();

        assertThatThrownBy(() -> validator.validate(MAPPING)).isInstanceOf(StopRequestedException.class);
    }

    private static List<String> codes(Verdict verdict) {
        return ((Verdict.Rejected) verdict)
                .reasons().stream().map(Finding::code).toList();
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
