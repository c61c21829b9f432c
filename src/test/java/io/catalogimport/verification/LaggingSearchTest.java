package io.catalogimport.verification;

import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.FakeCatalog;
import io.catalogimport.aws.FakeStacks;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.OwnedProduct;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.aws.VerificationGateway;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.mapping.StackMapping;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The search does not always show what is there. Nothing counts as missing because of that. */
class LaggingSearchTest {
    private static final StackMapping MAPPING = aMapping().build();
    private static final ProvisionedProduct PRODUCT =
            provisionedProductOf(MAPPING).build();

    private final FakeCatalog catalog = new FakeCatalog();
    private final Deque<Optional<OwnedProduct>> searches = new ArrayDeque<>();

    @Test
    void aSecondSearchMayShowIt() {
        catalog.provisionedProductById()
                .then(Optional.of(
                        provisionedProductOf(MAPPING).withoutPhysicalId().build()));
        searches.add(Optional.of(new OwnedProduct(PRODUCT, "arn:aws:iam::111122223333:role/Importer")));

        assertThat(words()).isEqualTo("MATCHES");
    }

    @Test
    void whatOnlyTheDescriptionShowsIsNotChecked() {
        catalog.provisionedProductById()
                .then(Optional.of(
                        provisionedProductOf(MAPPING).withoutPhysicalId().build()));
        searches.add(Optional.empty());

        assertThat(words()).isEqualTo("NOT_CHECKED NOT_SHOWN_BY_AWS");
    }

    @Test
    void whatTheDescriptionShowsDifferentlyDiffers() {
        catalog.provisionedProductById()
                .then(Optional.of(
                        provisionedProductOf(aMapping().toArtifact("pa-web-2").build())
                                .withoutPhysicalId()
                                .build()));
        searches.add(Optional.empty());

        assertThat(words()).isEqualTo("DIFFERS VERSION_DIFFERS;NOT_SHOWN_BY_AWS");
    }

    @Test
    void whatTheDescriptionDoesNotKnowEitherIsMissing() {
        assertThat(words()).isEqualTo("DIFFERS MISSING_PROVISIONED_PRODUCT");
        assertThat(searches).isEmpty();
    }

    private String words() {
        FakeTime time = new FakeTime();
        Patience patience = new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        AwsSources aws = new AwsSources(
                new EmptyList(),
                catalog,
                new FakeStacks(),
                new CallerIdentity(lane -> Optional.of(lane.account())),
                new PoliteCalls(new PoliteRate(1e6, time, time), new TransientRetry(time, time, patience)));
        try (Verification verification = new Verification(aws, Optional.empty())) {
            return VerificationScene.words(verification
                    .verify(List.of(new ImportedRow(MAPPING, List.of(), "pp-1", null)))
                    .get(0));
        }
    }

    /** The list does not have it. What a search for it alone shows, the test says. */
    private final class EmptyList implements VerificationGateway {
        @Override
        public ProductPage productPage(Lane lane, @Nullable String pageToken) {
            return new ProductPage(List.of(), null, 0);
        }

        @Override
        public Optional<OwnedProduct> searchForId(Lane lane, String provisionedProductId) {
            return searches.remove();
        }

        @Override
        public Optional<OwnedProduct> searchForStack(StackArn stack) {
            return searches.remove();
        }

        @Override
        public Optional<StackArn> stackNamed(Lane lane, String name) {
            return Optional.empty();
        }
    }
}
