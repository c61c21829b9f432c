package io.catalogimport.aws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in capitals or small letters, as the CLI
 * reads them. Without them, Java's own settings ({@code -Dhttps.proxyHost}). The SDK itself knows only one proxy for
 * each client, that of {@code HTTP_PROXY}, and would ignore the one for HTTPS.
 */
final class Proxies extends ProxySelector {
    /**
     * Hosts that are never reached through a proxy, because the proxy would look for them on its own machine. Java's
     * own settings leave them out, too.
     */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[?::1]?");

    private final Map<String, String> environment;
    private final @Nullable ProxySelector java;

    /** @throws AwsConfigurationException if a proxy's address cannot be used */
    Proxies(Map<String, String> environment) {
        this.environment = environment;
        this.java = ProxySelector.getDefault();
        address("https");
        address("http");
    }

    @Override
    public List<Proxy> select(URI uri) {
        Optional<URI> proxy = address(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        if (proxy.isPresent() && !isExempt(uri)) {
            return List.of(new Proxy(
                    Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(proxy.get().getHost(), port(proxy.get()))));
        }
        return proxy.isPresent() || java == null ? List.of(Proxy.NO_PROXY) : java.select(uri);
    }

    /** The proxies that need a login: those whose address has {@code user:password}. */
    Stream<URI> withCredentials() {
        return Stream.of(address("https"), address("http"))
                .flatMap(Optional::stream)
                .filter(proxy -> proxy.getUserInfo() != null);
    }

    static int port(URI proxy) {
        if (proxy.getPort() >= 0) {
            return proxy.getPort();
        }
        return "https".equalsIgnoreCase(proxy.getScheme()) ? 443 : 80;
    }

    private Optional<URI> address(String scheme) {
        String name = scheme + "_proxy";
        return variable(name).map(value -> {
            URI proxy = parsed(value.contains("://") ? value : "http://" + value);
            if (proxy == null || proxy.getHost() == null) {
                throw new AwsConfigurationException(
                        "%s is not an address such as http://proxy.example.com:3128. Correct it or unset it."
                                .formatted(name.toUpperCase(Locale.ROOT)),
                        null);
            }
            return proxy;
        });
    }

    /** The exception's message is left out, because it repeats the address with its password. */
    private static @Nullable URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean isExempt(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(host).matches() || isInNoProxy(host, uri.getPort());
    }

    private boolean isInNoProxy(String host, int port) {
        return variable("no_proxy")
                .map(list -> Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .anyMatch(entry -> covers(entry, host, port)))
                .orElse(false);
    }

    /** An entry is a host, a domain with all its hosts, or either with a port; {@code *} is every host. */
    private static boolean covers(String entry, String host, int port) {
        String name = entry.replaceFirst("^\\*?\\.", "");
        return entry.equals("*")
                || (!name.isEmpty()
                        && (host.equals(name) || host.endsWith("." + name) || name.equals(host + ":" + port)));
    }

    private Optional<String> variable(String name) {
        return Stream.of(environment.get(name), environment.get(name.toUpperCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // Nothing to do here: the call itself fails.
    }
}
