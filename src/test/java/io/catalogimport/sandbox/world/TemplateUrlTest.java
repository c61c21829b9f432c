package io.catalogimport.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:4566/my-bucket/a%20b/c.yaml",
                "http://localhost:4566/my-bucket/a%20b/c.yaml",
                "https://s3.eu-central-1.amazonaws.com/my-bucket/a%20b/c.yaml",
                "https://s3.amazonaws.com/my-bucket/a%20b/c.yaml?versionId=1",
                "https://my-bucket.s3.eu-central-1.amazonaws.com/a%20b/c.yaml",
                "https://my-bucket.s3.amazonaws.com/a%20b/c.yaml"
            })
    void readsBothStyles(String url) {
        assertThat(TemplateUrl.parse(url)).contains(new TemplateUrl("my-bucket", "a b/c.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my-bucket/c.yaml", "https://example.com/my-bucket/c.yaml", "http://127.0.0.1:4566/b"})
    void readsNothingElse(String url) {
        assertThat(TemplateUrl.parse(url)).isEmpty();
    }
}
