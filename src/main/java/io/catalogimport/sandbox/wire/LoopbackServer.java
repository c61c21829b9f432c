package io.catalogimport.sandbox.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * HTTP on 127.0.0.1 and nowhere else. The JDK's own server will not do: it cannot reset a connection, cannot tell when
 * a client has given up, and puts its own Date over any other. A connection costs a thread that mostly waits, so
 * several hundred are cheap.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);

    private LoopbackServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** Takes the port, so that the address is known, but answers nothing yet. */
    public static LoopbackServer bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new LoopbackServer(new ServerSocket(port, BACKLOG, loopback));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    public void start(Exchanges exchanges) {
        threads.execute(() -> accept(exchanges));
    }

    /** Waits for that time, or until the server is closed. */
    public void pause(Duration time) throws InterruptedException {
        if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("The server is being closed");
        }
    }

    @Override
    public void close() {
        closing.countDown();
        closeQuietly(listening);
        open.forEach(LoopbackServer::closeQuietly);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Exchanges exchanges) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                // A connection that was accepted while the server was being closed is not among those closed with it.
                if (listening.isClosed()) {
                    socket.close();
                }
                threads.execute(() -> converse(socket, exchanges));
            } catch (IOException | RejectedExecutionException closed) {
                // Closing the server ends the wait for clients; the loop sees that it is closed.
            }
        }
    }

    private void converse(Socket socket, Exchanges exchanges) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Connection(socket, exchanges).run();
        } catch (IOException gone) {
            // The client has gone or the server is being closed: there is nobody to tell.
        } finally {
            open.remove(socket);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // What cannot be closed ends with the process.
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
