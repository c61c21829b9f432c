package io.catalogimport.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A service of the AWS JSON 1.1 protocol: the target header names the operation, times are epoch seconds. */
public final class JsonService implements Service {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final String name;
    private final String targetPrefix;
    private final Operations operations;

    public JsonService(String name, String targetPrefix, Operations operations) {
        this.name = name;
        this.targetPrefix = targetPrefix;
        this.operations = operations;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Dialect dialect() {
        return Dialect.JSON;
    }

    @Override
    public boolean recognises(Request request) {
        return request.header("X-Amz-Target")
                .filter(target -> target.startsWith(targetPrefix + "."))
                .isPresent();
    }

    @Override
    public Invocation read(Request request) {
        Operation operation = operation(operationName(request));
        return new Invocation(request, operation.name(), new Input(members(request)), operation.signed());
    }

    @Override
    public Response perform(Invocation invocation, Caller caller) {
        Answer answer = Operations.perform(operation(invocation.operation()), dialect(), invocation, caller);
        return Response.of(answer, headers(invocation.request()), json.writeValueAsString(answer.members()));
    }

    @Override
    public Response refuse(RefusedCallException refusal, Request request) {
        return refusal(json, refusal, request);
    }

    static Response refusal(JsonMapper json, RefusedCallException refusal, Request request) {
        Answer body = new Answer().with("__type", refusal.code()).with("message", refusal.message());
        Map<String, String> headers = new LinkedHashMap<>(headers(request));
        headers.put("x-amzn-ErrorType", refusal.code());
        return Response.text(refusal.status(), headers, json.writeValueAsString(body.members()));
    }

    private Operation operation(String operationName) {
        return operations
                .find(operationName)
                .orElseThrow(() -> AwsError.UNKNOWN_OPERATION.because("Operation " + operationName + " is not known"));
    }

    private String operationName(Request request) {
        return request.header("X-Amz-Target").orElse("").substring(targetPrefix.length() + 1);
    }

    private Map<String, Object> members(Request request) {
        String body = request.text();
        if (body.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, Object> members = json.readValue(body, MEMBERS);
            members.values().removeIf(Objects::isNull);
            return members;
        } catch (JacksonException e) {
            throw AwsError.SERIALIZATION.because("The request body is not a JSON object");
        }
    }

    private static Map<String, String> headers(Request request) {
        return Map.of("Content-Type", CONTENT_TYPE, "x-amzn-RequestId", request.id());
    }
}
