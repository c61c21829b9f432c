package io.catalogimport.sandbox;

import io.catalogimport.sandbox.fault.FaultSet;
import io.catalogimport.sandbox.fault.Faults;
import io.catalogimport.sandbox.seed.FaultReader;
import io.catalogimport.sandbox.seed.SeedException;
import io.catalogimport.sandbox.wire.Request;
import io.catalogimport.sandbox.wire.Response;
import java.util.List;
import java.util.Map;

/**
 * The sandbox's own interface, next to those of AWS. No bucket can have its name. Its requests do not count as calls.
 */
final class Control {
    private static final String ROOT = "/_sandbox/";
    private static final int MOST_CALLS = 1000;

    private final CallLog log;
    private final Faults faults;

    Control(CallLog log, Faults faults) {
        this.log = log;
        this.faults = faults;
    }

    boolean concerns(Request request) {
        return request.path().startsWith(ROOT);
    }

    Response answer(Request request) {
        String resource = request.path().substring(ROOT.length());
        return switch (request.method() + " " + resource) {
            case "GET calls" -> calls(request);
            case "GET faults" -> faults();
            case "PUT faults" -> replaceFaults(request.text());
            case "DELETE faults" -> replaceFaults("");
            default ->
                complaint(
                        404,
                        "There are GET, PUT and DELETE /_sandbox/faults,"
                                + " and GET /_sandbox/calls?after=SEQUENCE&limit=NUMBER");
        };
    }

    private Response faults() {
        FaultSet current = faults.current();
        return json(200, Map.of("faults", current.document(), "hits", current.hits()));
    }

    private Response replaceFaults(String document) {
        try {
            faults.replace(FaultReader.read("faults", document));
            return faults();
        } catch (SeedException e) {
            return complaint(400, String.valueOf(e.getMessage()));
        }
    }

    private Response calls(Request request) {
        long after;
        int limit;
        try {
            after = Long.parseLong(request.queryParameter("after").orElse("0"));
            limit = Integer.parseInt(request.queryParameter("limit").orElse("" + MOST_CALLS));
        } catch (NumberFormatException e) {
            return complaint(400, "after and limit are whole numbers");
        }
        List<Call> calls = log.after(after, Math.max(0, Math.min(limit, MOST_CALLS)));
        return json(200, Map.of("calls", calls));
    }

    private static Response complaint(int status, String message) {
        return json(status, Map.of("message", message));
    }

    private static Response json(int status, Map<String, ?> content) {
        return Response.text(status, Map.of("Content-Type", "application/json"), Json.text(content) + "\n");
    }
}
