package io.catalogimport.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between the program and its database, on loopback, and can go away and come back as a database server does. */
final class DatabaseRelay implements AutoCloseable {
    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;

    DatabaseRelay(int serverPort) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.door = open(0);
        this.port = door.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Cuts every connection and lets none in. */
    synchronized void goAway() {
        ServerSocket open = door;
        if (open != null) {
            close(open);
            door = null;
        }
        sockets.forEach(DatabaseRelay::close);
        sockets.clear();
    }

    synchronized void comeBack() {
        door = open(port);
    }

    @Override
    public void close() {
        goAway();
    }

    private ServerSocket open(int onPort) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
            start(() -> admit(opened));
            return opened;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void admit(ServerSocket from) {
        try {
            while (true) {
                connect(from.accept());
            }
        } catch (IOException closed) {
            // The relay has gone away.
        }
    }

    private void connect(Socket client) {
        Socket behind = new Socket();
        sockets.add(client);
        sockets.add(behind);
        try {
            behind.connect(server);
            start(() -> copy(client, behind));
            start(() -> copy(behind, client));
        } catch (IOException e) {
            close(client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            // Both ends are closed now.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "database-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
