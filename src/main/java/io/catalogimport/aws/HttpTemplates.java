package io.catalogimport.aws;

import io.catalogimport.aws.TemplateText.Found;
import io.catalogimport.aws.TemplateText.Hidden;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads templates that are not in S3: over HTTPS, without credentials, with limits on time and size. */
final class HttpTemplates {
    /** CloudFormation's own limit for a template is 1 MB. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private final HttpClient client;

    HttpTemplates(Network network) {
        this.client = network.java()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    TemplateText fetch(URI uri) {
        String shown = shown(uri.toString());
        if (uri.getHost() == null || (!"https".equalsIgnoreCase(uri.getScheme()) && !isLoopback(uri))) {
            return new Hidden("its address is not an HTTPS one: " + shown);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(HttpRequest.newBuilder(uri).build(), head -> new LimitedBody(MAX_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200
                    ? new Found(new String(response.body(), StandardCharsets.UTF_8))
                    : new Hidden("%s answered HTTP %d".formatted(shown, response.statusCode()));
        } catch (ExecutionException e) {
            String why = GuardedHttp.untrusted(uri.getHost(), e).orElseGet(() -> String.valueOf(e.getCause()));
            return new Hidden("%s could not be read: %s".formatted(shown, why));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Hidden("%s did not answer within %d s".formatted(shown, TIME_LIMIT.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Hidden("reading " + shown + " was interrupted");
        }
    }

    /** The address for logs and results, without the parts that may hold a password or a signature. */
    static String shown(String address) {
        return address.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** A stand-in for AWS on this machine has no certificate. */
    private static boolean isLoopback(URI uri) {
        try {
            return "http".equals(uri.getScheme())
                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
