package io.catalogimport.validation;

import static io.catalogimport.aws.FakeCatalog.launchPaths;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchPathPresentTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesOneLaunchPath() {
        assertThat(scene.check(new LaunchPathPresent())).isEmpty();
    }

    @Test
    void rejectsAProductWithoutALaunchPath() {
        scene.catalog.launchPaths().then(launchPaths(0));

        assertThat(scene.check(new LaunchPathPresent())).singleElement().satisfies(finding -> {
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.code()).isEqualTo("NO_LAUNCH_PATH");
            assertThat(finding.sentence())
                    .contains(
                            "no launch path to product prod-web",
                            "administrator rights",
                            "If access was granted just now, try again in a minute.");
        });
    }

    @Test
    void onlyWarnsOfSeveralLaunchPaths() {
        scene.catalog.launchPaths().then(launchPaths(2));

        assertThat(scene.check(new LaunchPathPresent()))
                .containsExactly(Finding.warning(
                        "SEVERAL_LAUNCH_PATHS",
                        "There are 2 launch paths to product prod-web: lpv3-1 (portfolio blocks-1), lpv3-2 (portfolio blocks-2)."
                                + " AWS chooses one. If it matters which, give the caller access to one portfolio"
                                + " only."));
    }

    @Test
    void saysNothingOfAProductThatIsNotThere() {
        scene.catalog.products().then(Optional.empty());
        scene.catalog.launchPaths().then(launchPaths(0));

        assertThat(scene.check(new LaunchPathPresent())).isEmpty();
    }
}
