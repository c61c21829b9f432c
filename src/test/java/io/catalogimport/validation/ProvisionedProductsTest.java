package io.catalogimport.validation;

import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Page;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisionedProductsTest {
    private static final StackMapping MAPPING = aMapping().build();
    private static final StackMapping OTHER = aMapping().ofStack("other").build();

    private static final ProvisionedProduct OF_OTHER =
            provisionedProductOf(OTHER).build();
    private static final ProvisionedProduct OF_STACK =
            provisionedProductOf(aMapping().named("renamed").build()).build();
    private static final ProvisionedProduct OF_NAME =
            provisionedProductOf(MAPPING).ofStack("arn:of:another").build();

    @Test
    void areFoundByStackAndByNameOnWhateverPageTheyAre() {
        ProvisionedProducts products = read(List.of(MAPPING));

        assertThat(products.ofStack(MAPPING.stackArn().toString())).contains(OF_STACK);
        assertThat(products.named(MAPPING.provisionedProductName())).contains(OF_NAME);
    }

    @Test
    void areKeptOnlyWhereAMappingMayAskForThem() {
        assertThat(read(List.of(MAPPING)).named(OTHER.provisionedProductName())).isEmpty();
    }

    @Test
    void areAllKeptWhereItIsNotKnownWhoWillAsk() {
        assertThat(read(List.of()).named(OTHER.provisionedProductName())).contains(OF_OTHER);
    }

    private static ProvisionedProducts read(List<StackMapping> wanted) {
        return ProvisionedProducts.read(
                Wanted.of(wanted),
                token -> token == null
                        ? new Page<>(List.of(OF_OTHER, OF_STACK), "2")
                        : new Page<>(List.of(OF_NAME), null));
    }
}
