package io.catalogimport.aws;

import io.catalogimport.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Points the SDK at a sandbox by its own settings, as an operator would, until it is closed. */
public final class SandboxSettings implements AutoCloseable {
    private final Map<String, Optional<String>> before = new HashMap<>();

    private SandboxSettings() {}

    public static SandboxSettings of(Sandbox sandbox) {
        SandboxSettings settings = new SandboxSettings();
        settings.set("aws.endpointUrl", sandbox.endpoint().toString());
        settings.set("aws.accessKeyId", "sandbox");
        settings.set("aws.secretAccessKey", "sandbox");
        return settings;
    }

    private void set(String name, String value) {
        before.put(name, Optional.ofNullable(System.getProperty(name)));
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
    }
}
