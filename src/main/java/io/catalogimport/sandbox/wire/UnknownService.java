package io.catalogimport.sandbox.wire;

import tools.jackson.databind.json.JsonMapper;

/** Answers calls of services that the sandbox does not have, in the caller's protocol. */
final class UnknownService implements Service {
    private final JsonMapper json = JsonMapper.shared();

    @Override
    public String name() {
        return "";
    }

    @Override
    public Dialect dialect() {
        return Dialect.JSON;
    }

    @Override
    public boolean recognises(Request request) {
        return true;
    }

    @Override
    public Invocation read(Request request) {
        if (isQuery(request)) {
            throw AwsError.INVALID_ACTION.because(
                    "The action " + request.form().get("Action") + " is not valid for this web service.");
        }
        throw AwsError.UNKNOWN_OPERATION.because("The sandbox does not know the operation "
                + request.header("X-Amz-Target").orElse(request.method() + " " + request.path()));
    }

    @Override
    public Response perform(Invocation invocation, Caller caller) {
        throw new IllegalStateException("nothing can be read, so nothing can be performed");
    }

    @Override
    public Response refuse(RefusedCallException refusal, Request request) {
        return isQuery(request)
                ? QueryService.refusal("", refusal, request)
                : JsonService.refusal(json, refusal, request);
    }

    private static boolean isQuery(Request request) {
        return request.form().containsKey("Action");
    }
}
