package io.catalogimport.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server before a sandbox that speaks TLS with a certificate of its own making, as a proxy does that inspects TLS. */
final class TlsFront implements AutoCloseable {
    private static final char[] PASSWORD = "password".toCharArray();

    private final URI behind;
    private final ServerSocket server;
    private final Path bundle;
    private final AtomicInteger connections = new AtomicInteger();

    /** @param certificate what keytool is to put into the certificate, besides its key */
    TlsFront(URI behind, Path directory, String... certificate) {
        this.behind = behind;
        try {
            Path file = directory.resolve("front.p12");
            keytool(file, certificate);
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
            this.bundle = Files.writeString(directory.resolve("ca.pem"), pem(keys.getCertificate("front")));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            this.server = tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        daemon(this::accept);
    }

    String endpoint() {
        return "https://localhost:" + server.getLocalPort();
    }

    /** The certificate, in a file such as AWS_CA_BUNDLE names, with a comment that has hyphens. */
    Path bundle() {
        return bundle;
    }

    int connections() {
        return connections.get();
    }

    private static void keytool(Path file, String... certificate) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "front",
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD)),
                        Stream.of(certificate))
                .toList();
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new AssertionError(said);
        }
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "# Example - Inspection - CA\n-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                connections.incrementAndGet();
                Socket sandbox = new Socket(behind.getHost(), behind.getPort());
                daemon(() -> pump(caller, sandbox));
                daemon(() -> pump(sandbox, caller));
            } catch (IOException e) {
                // Closed, or a caller that does not trust us: the next one.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One of the two has hung up.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
