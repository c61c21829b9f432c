package io.catalogimport.aws;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The connection pool of all clients. It can cancel the calls under way. If a certificate is not trusted, the call ends
 * at once, because no retry changes a certificate.
 */
final class GuardedHttp implements SdkHttpClient {
    private static final String WHAT_TO_DO = ". If a proxy inspects TLS, name your company's CA file in AWS_CA_BUNDLE,"
            + " or its trust store with -Djavax.net.ssl.trustStore=FILE in CATALOG_IMPORT_OPTS.";

    private final SdkHttpClient pool;
    private volatile boolean givenUp;

    GuardedHttp(SdkHttpClient pool) {
        this.pool = pool;
    }

    /** A call was canceled: it was under way when the calls were canceled, or came later. */
    static final class GivenUpException extends RuntimeException {
        GivenUpException(IllegalStateException cause) {
            super(cause.getMessage(), cause);
        }
    }

    void giveUp() {
        givenUp = true;
        pool.close();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String clientName() {
        return pool.clientName();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = pool.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return prepared.call();
                } catch (IllegalStateException e) {
                    throw givenUp ? new GivenUpException(e) : e;
                } catch (IOException e) {
                    Optional<String> untrusted = untrusted(request.httpRequest().host(), e);
                    if (untrusted.isPresent()) {
                        throw new AwsConfigurationException(untrusted.get() + WHAT_TO_DO, e);
                    }
                    throw e;
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    /** The problem with the host's certificate, if that is why the call failed. */
    static Optional<String> untrusted(String host, Throwable error) {
        return ExceptionUtils.stream(error)
                .flatMap(cause -> reason(cause).stream())
                .findFirst()
                .map(reason -> "The certificate of %s is not trusted (%s)".formatted(host, reason));
    }

    private static Optional<String> reason(Throwable cause) {
        if (cause instanceof CertificateTrust.UntrustedException) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
        return cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException
                ? Optional.of("it is for another host: " + cause.getMessage())
                : Optional.empty();
    }
}
