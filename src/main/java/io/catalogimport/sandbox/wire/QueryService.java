package io.catalogimport.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** A service of the AWS Query protocol: a form names the operation and its members, the answer is XML. */
public final class QueryService implements Service {
    private final String name;
    private final String version;
    private final String namespace;
    private final Operations operations;

    public QueryService(String name, String version, String namespace, Operations operations) {
        this.name = name;
        this.version = version;
        this.namespace = namespace;
        this.operations = operations;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Dialect dialect() {
        return Dialect.QUERY;
    }

    @Override
    public boolean recognises(Request request) {
        Map<String, String> fields = request.form();
        return fields.containsKey("Action") && version.equals(fields.get("Version"));
    }

    @Override
    public Invocation read(Request request) {
        Map<String, String> fields = new LinkedHashMap<>(request.form());
        Operation operation = operation(fields.getOrDefault("Action", ""));
        fields.keySet()
                .removeIf(field -> field.equals("Action") || field.equals("Version") || field.startsWith("X-Amz-"));
        try {
            return new Invocation(request, operation.name(), new Input(FormFields.tree(fields)), operation.signed());
        } catch (NumberFormatException e) {
            throw AwsError.MALFORMED_INPUT.because("The members of a list are numbered from 1");
        }
    }

    @Override
    public Response perform(Invocation invocation, Caller caller) {
        String operationName = invocation.operation();
        Answer result = Operations.perform(operation(operationName), dialect(), invocation, caller);
        Answer document = new Answer();
        if (!result.members().isEmpty()) {
            document.with(operationName + "Result", result);
        }
        document.with(
                "ResponseMetadata",
                new Answer().with("RequestId", invocation.request().id()));
        return Response.of(
                result, headers(invocation.request()), Xml.document(operationName + "Response", namespace, document));
    }

    @Override
    public Response refuse(RefusedCallException refusal, Request request) {
        return refusal(namespace, refusal, request);
    }

    static Response refusal(String namespace, RefusedCallException refusal, Request request) {
        Answer error = new Answer()
                .with("Type", refusal.status() < 500 ? "Sender" : "Receiver")
                .with("Code", refusal.code())
                .with("Message", refusal.message());
        Answer document = new Answer().with("Error", error).with("RequestId", request.id());
        return Response.text(refusal.status(), headers(request), Xml.document("ErrorResponse", namespace, document));
    }

    private Operation operation(String operationName) {
        return operations
                .find(operationName)
                .orElseThrow(() -> AwsError.INVALID_ACTION.because(
                        "Could not find operation " + operationName + " for version " + version));
    }

    private static Map<String, String> headers(Request request) {
        return Map.of("Content-Type", "text/xml", "x-amzn-RequestId", request.id());
    }
}
