package io.catalogimport.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/**
 * Makes the SDK treat an empty variable as unset, as the AWS CLI does. Compose files, Helm charts and CI systems often
 * set variables to nothing. The SDK takes that for a value, such as an endpoint without a scheme or a flag that is
 * neither true nor false.
 *
 * <p>Java cannot remove a variable from its own environment. The SDK reads each variable in one place, and its override
 * there is the only way to hide one: no setting means "no endpoint". It is meant for tests, so {@code SdkSettingsTest}
 * notices if a later SDK drops it.
 */
final class SdkEnvironment {
    private SdkEnvironment() {}

    /** Must run before the first client is made. Running it again changes nothing. */
    static synchronized void ignoreEmpty(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith("AWS_") && value.isBlank()) {
                SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(name, null);
            }
        });
        List.copyOf(System.getProperties().stringPropertyNames()).stream()
                .filter(name -> name.startsWith("aws."))
                .filter(name -> System.getProperty(name, "").isBlank())
                .forEach(System::clearProperty);
    }
}
