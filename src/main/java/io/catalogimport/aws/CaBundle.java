package io.catalogimport.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of certificates in PEM form, named by {@code AWS_CA_BUNDLE} or by a profile's {@code ca_bundle}. It replaces
 * Java's own trust store. In the AWS CLI it replaces the CLI's, so the file means the same for both.
 */
record CaBundle(String path, String setting) {
    /** Bundles have comments between the certificates. Java's own reader fails if such a comment has hyphens. */
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]*)-----END [^-]*-----");

    /** @throws AwsConfigurationException if the file has no certificates that can be read */
    KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            Matcher found = CERTIFICATE.matcher(Files.readString(Path.of(path), StandardCharsets.ISO_8859_1));
            while (found.find()) {
                byte[] pem = ("-----BEGIN CERTIFICATE-----" + found.group(1) + "-----END CERTIFICATE-----")
                        .getBytes(StandardCharsets.ISO_8859_1);
                store.setCertificateEntry(
                        "ca" + store.size(), certificates.generateCertificate(new ByteArrayInputStream(pem)));
            }
            if (store.size() == 0) {
                throw unusable("it has no certificate in PEM form", null);
            }
            return store;
        } catch (IOException | InvalidPathException e) {
            throw unusable("the file cannot be read (" + e.getClass().getSimpleName() + ")", e);
        } catch (GeneralSecurityException e) {
            throw unusable("a certificate in it cannot be read: " + e.getMessage(), e);
        }
    }

    private AwsConfigurationException unusable(String why, @Nullable Exception cause) {
        return new AwsConfigurationException("%s names %s, but %s.".formatted(setting, path, why), cause);
    }
}
