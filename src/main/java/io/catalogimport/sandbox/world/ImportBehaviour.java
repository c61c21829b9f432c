package io.catalogimport.sandbox.world;

/** How the import of one stack ends. */
public sealed interface ImportBehaviour {

    /** Record, provisioned product and stack all end well. */
    record Succeed() implements ImportBehaviour {}

    /** The record fails for a reason, and the stack rolls back. */
    record Fail(String code, String description) implements ImportBehaviour {}

    /** The record stays in progress for ever. */
    record Hang() implements ImportBehaviour {}

    /** The record succeeds, but the stack's import never ends, and lets no other begin. */
    record HangStack() implements ImportBehaviour {}

    /** The record succeeds, but the stack never leaves the status it had. */
    record KeepStatus() implements ImportBehaviour {}

    /** The record succeeds, but the provisioned product is tainted. */
    record Taint(String message) implements ImportBehaviour {}

    /** The call itself is answered with an error. */
    record Refuse(String code, String message) implements ImportBehaviour {}
}
