package io.catalogimport.chaos;

import io.catalogimport.cli.SceneStack;
import io.catalogimport.sandbox.Call;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request for an import as AWS met it, whether its answer arrived or not.
 *
 * @param recordId the record that it made, or that an earlier request with the same token had made; absent if it was
 *     refused or never carried out
 * @param errorCode why it was refused
 */
record Submission(
        SceneStack stack,
        String token,
        @Nullable String recordId,
        @Nullable String errorCode) {

    /** All submissions in the order in which they were carried out. */
    static List<Submission> in(List<Call> calls, List<SceneStack> stacks) {
        Map<String, SceneStack> byArn = stacks.stream().collect(Collectors.toMap(SceneStack::arn, stack -> stack));
        return calls.stream()
                .filter(Submission::isOne)
                .map(call -> new Submission(
                        Objects.requireNonNull(byArn.get(parameter(call, "PhysicalId"))),
                        parameter(call, "IdempotencyToken"),
                        call.recordId(),
                        call.errorCode()))
                .toList();
    }

    static boolean isOne(Call call) {
        return call.operation().equals("ImportAsProvisionedProduct");
    }

    private static String parameter(Call call, String name) {
        return Objects.requireNonNull(call.parameters().get(name));
    }
}
