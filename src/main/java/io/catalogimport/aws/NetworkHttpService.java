package io.catalogimport.aws;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;

/**
 * Gives our {@link Network} to the clients that the SDK makes for itself: those that sign in by IAM Identity Center, by
 * {@code aws login} or by the role of a profile. The SDK finds this class by its name, so it has to be public.
 */
public final class NetworkHttpService implements SdkHttpService {
    /** The SDK's system property for the name of such a class. */
    private static final String PROPERTY = "software.amazon.awssdk.http.service.impl";

    static void use() {
        System.setProperty(PROPERTY, NetworkHttpService.class.getName());
    }

    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return Network.of(System.getenv(), SdkSettings.checked()).apache();
    }
}
