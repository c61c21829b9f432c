package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTemplatesTest {
    private final HttpTemplates templates = new HttpTemplates(Network.of(Map.of(), SdkSettings.checked()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hidden@templates.example.com/t.yaml?X-Amz-Signature=hidden",
                "http://127.0.0.1:1/t.yaml?X-Amz-Signature=hidden#hidden"
            })
    void showsNothingOfAnAddressThatMayBeASecret(String address) {
        TemplateText text = templates.fetch(URI.create(address));

        assertThat(text.toString()).contains("/t.yaml").doesNotContain("hidden");
    }

    @Test
    void readsNoFilesOfThisMachine() {
        assertThat(templates.fetch(URI.create("file:///etc/passwd"))).isInstanceOf(TemplateText.Hidden.class);
    }
}
