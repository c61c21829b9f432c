package io.catalogimport.sandbox.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/** One client's connection: its requests one after the other, until either side has had enough. */
final class Connection {
    private final OutputStream out;
    private final RequestReader reader;
    private final Exchanges exchanges;

    Connection(Socket socket, Exchanges exchanges) throws IOException {
        this.out = socket.getOutputStream();
        this.reader = new RequestReader(new BufferedInputStream(socket.getInputStream()), out, exchanges);
        this.exchanges = exchanges;
    }

    void run() throws IOException {
        try {
            Optional<Request> request = reader.next();
            while (request.isPresent()) {
                ResponseWriter.write(out, request.get(), exchanges.answer(request.get()));
                request = isKept(request.get()) ? reader.next() : Optional.empty();
            }
        } catch (ProtocolException garbled) {
            Response complaint = Response.text(400, Map.of("Content-Type", "text/plain"), garbled.getMessage() + "\n");
            ResponseWriter.write(out, complaint);
        }
    }

    private static boolean isKept(Request request) {
        return !request.header("Connection").orElse("").equalsIgnoreCase("close");
    }
}
