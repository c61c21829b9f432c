package io.catalogimport.sandbox.wire;

/** One AWS service as a client meets it: its protocol, its operations and its way to refuse. */
public interface Service {

    /** The name that signatures are scoped to. */
    String name();

    Dialect dialect();

    /** Whether the request is meant for this service. */
    boolean recognises(Request request);

    /** Understands the request as an operation and its members; refuses one that it does not know. */
    Invocation read(Request request);

    Response perform(Invocation invocation, Caller caller);

    Response refuse(RefusedCallException refusal, Request request);
}
