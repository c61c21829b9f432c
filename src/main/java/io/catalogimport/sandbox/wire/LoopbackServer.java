package io.catalogimport.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** HTTP on 127.0.0.1 and nowhere else: reads requests, writes answers, keeps connections alive. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    /** Takes the port, so that the address is known, but answers nothing yet. */
    public static LoopbackServer bind(int port) throws IOException {
        // The JDK's server sends headers and body apart; with Nagle's algorithm each answer on a kept connection
        // then waits 40 ms for the client's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void start(Pipeline pipeline, Clock clock, Supplier<String> requestIds) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                Request request = read(exchange, clock, requestIds.get());
                write(exchange, pipeline.answer(request));
            }
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(HttpExchange exchange, Clock clock, String id) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> query = FormFields.decode(uri.getRawQuery());
        return new Request(
                id,
                clock.instant(),
                new Request.Target(exchange.getRequestMethod(), uri.getPath(), query),
                headers,
                body);
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().putIfAbsent("Content-Length", List.of("" + body.length));
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
