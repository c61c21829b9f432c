package io.catalogimport.job;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * The calls of AWS that a {@link MortalProcess} makes, with any client: the SDK itself finds this class, by
 * the file {@code execution.interceptors}. Each attempt of a call counts. Without such a process, it does nothing.
 */
public final class MortalCalls implements ExecutionInterceptor {
    private static final ExecutionAttribute<String> NAME = new ExecutionAttribute<>("MortalCallName");

    /** Before them, the world is not what it was after the effect before: the ledger has the intent. */
    private static final Set<String> CHANGES =
            Set.of("ImportAsProvisionedProduct", "TerminateProvisionedProduct", "UpdateProvisionedProductProperties");

    private static volatile @Nullable MortalProcess process;

    /** From now on, calls are made by this process. */
    static void madeBy(@Nullable MortalProcess caller) {
        process = caller;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        MortalProcess caller = process;
        if (caller != null) {
            String operation = Objects.requireNonNull(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
            attributes.putAttribute(
                    NAME, CHANGES.contains(operation) ? caller.begins(operation) : caller.beginsAtOnce(operation));
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        MortalProcess caller = process;
        if (caller != null) {
            caller.ended(Objects.requireNonNull(attributes.getAttribute(NAME)));
        }
    }
}
