package io.catalogimport.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One client's connection: its requests one after the other, until either side has had enough. */
final class Connection {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final RequestReader reader;
    private final Exchanges exchanges;

    Connection(Socket socket, Exchanges exchanges) throws IOException {
        this.socket = socket;
        this.in = new ClientInput(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.reader = new RequestReader(in, out, exchanges);
        this.exchanges = exchanges;
    }

    void run() throws IOException {
        try {
            Optional<Request> request = reader.next();
            while (request.isPresent()) {
                end(request.get(), exchanges.answer(request.get()));
                request = isKept(request.get()) ? reader.next() : Optional.empty();
            }
        } catch (ProtocolException garbled) {
            Response complaint = Response.text(400, Map.of("Content-Type", "text/plain"), garbled.getMessage() + "\n");
            ResponseWriter.write(out, complaint);
        }
    }

    private void end(Request request, Reply reply) throws IOException {
        switch (reply.ending()) {
            case ANSWERED -> ResponseWriter.write(out, request, Objects.requireNonNull(reply.response()));
            case CUT_BEFORE, CUT_AFTER -> {
                // Closed without lingering, TCP resets the connection.
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case HUNG_BEFORE, HUNG_AFTER -> {
                in.transferTo(OutputStream.nullOutputStream());
                socket.close();
            }
        }
    }

    private boolean isKept(Request request) {
        return !socket.isClosed() && !request.header("Connection").orElse("").equalsIgnoreCase("close");
    }
}
