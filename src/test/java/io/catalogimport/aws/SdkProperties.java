package io.catalogimport.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The SDK's settings as system properties, which come before the environment, until it is closed. */
final class SdkProperties implements AutoCloseable {
    private final Map<String, Optional<String>> before = new HashMap<>();

    SdkProperties set(String name, String value) {
        before.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
        System.setProperty(name, value);
        return this;
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
    }
}
