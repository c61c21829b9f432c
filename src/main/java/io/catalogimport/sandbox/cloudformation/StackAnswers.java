package io.catalogimport.sandbox.cloudformation;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.world.Stack;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stacks as CloudFormation shows them. */
final class StackAnswers {
    private StackAnswers() {}

    static Answer whole(Stack stack, Instant now) {
        Stack.Details details = stack.details();
        return ancestry(
                        new Answer()
                                .with("StackId", stack.arn())
                                .with("StackName", stack.name())
                                .with(
                                        "Description",
                                        details.original().description().orElse(null))
                                .with("Parameters", pairs("ParameterKey", "ParameterValue", shown(details)))
                                .with("CreationTime", stack.createdAt())
                                .with("DeletionTime", deletionTime(stack, now))
                                .with("LastUpdatedTime", lastUpdatedTime(stack, now))
                                .with("RollbackConfiguration", new Answer())
                                .with("StackStatus", stack.status().at(now).name())
                                .with("DisableRollback", false)
                                .with("NotificationARNs", List.of())
                                .with("Capabilities", details.capabilities())
                                .with("Tags", pairs("Key", "Value", details.tags()))
                                .with("RoleARN", stack.settings().roleArn())
                                .with(
                                        "EnableTerminationProtection",
                                        stack.settings().terminationProtection()),
                        stack)
                .with("DriftInformation", drift(stack));
    }

    static Answer summary(Stack stack, Instant now) {
        return ancestry(
                        new Answer()
                                .with("StackId", stack.arn())
                                .with("StackName", stack.name())
                                .with(
                                        "TemplateDescription",
                                        stack.details().original().description().orElse(null))
                                .with("CreationTime", stack.createdAt())
                                .with("LastUpdatedTime", lastUpdatedTime(stack, now))
                                .with("DeletionTime", deletionTime(stack, now))
                                .with("StackStatus", stack.status().at(now).name()),
                        stack)
                .with("DriftInformation", drift(stack));
    }

    private static Answer drift(Stack stack) {
        return new Answer().with("StackDriftStatus", stack.settings().driftStatus());
    }

    /** A value with NoEcho is shown as asterisks. */
    private static Map<String, String> shown(Stack.Details details) {
        Map<String, Map<?, ?>> declared = details.original().parameters();
        Map<String, String> shown = new LinkedHashMap<>(details.parameters());
        shown.replaceAll((name, value) -> {
            Map<?, ?> parameter = declared.getOrDefault(name, Map.of());
            return String.valueOf(parameter.get("NoEcho")).equals("true") ? "****" : value;
        });
        return shown;
    }

    /** A resource by its logical id and type. It is deleted with its stack, and never before. */
    static Answer resource(Stack stack, Map.Entry<String, String> resource, Instant now) {
        String status = stack.status().at(now).name();
        return new Answer()
                .with("LogicalResourceId", resource.getKey())
                .with("PhysicalResourceId", stack.name() + "-" + resource.getKey())
                .with("ResourceType", resource.getValue())
                .with("LastUpdatedTimestamp", stack.createdAt())
                .with("ResourceStatus", status.startsWith("DELETE_") ? status : "CREATE_COMPLETE")
                .with("DriftInformation", new Answer().with("StackResourceDriftStatus", "NOT_CHECKED"));
    }

    private static Answer ancestry(Answer answer, Stack stack) {
        return stack.parent()
                .map(parent -> answer.with("ParentId", parent.arn())
                        .with("RootId", parent.root().arn()))
                .orElse(answer);
    }

    private static @Nullable Instant deletionTime(Stack stack, Instant now) {
        return switch (stack.status().at(now)) {
            case DELETE_IN_PROGRESS, DELETE_COMPLETE -> stack.status().changedAt(now);
            default -> null;
        };
    }

    private static @Nullable Instant lastUpdatedTime(Stack stack, Instant now) {
        boolean wasTouched = !stack.status().at(now).name().startsWith("CREATE_");
        return wasTouched ? stack.status().changedAt(now) : null;
    }

    private static List<Answer> pairs(String key, String value, Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> new Answer().with(key, entry.getKey()).with(value, entry.getValue()))
                .toList();
    }
}
