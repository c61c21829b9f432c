package io.catalogimport.sandbox.iam;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.world.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller must be allowed to do, for each call. Sources: AWS's Service Authorization Reference, and for
 * DescribeStacks without a name its page in the API reference.
 */
public final class Requirements {
    private static final Map<String, String> OBJECT_ACTIONS =
            Map.of("HeadObject", "GetObject", "HeadBucket", "ListBucket");

    private Requirements() {}

    static List<Requirement> of(AuthenticatedCall call) {
        Caller caller = call.caller();
        return of(
                call.service().name(),
                call.invocation().operation(),
                call.invocation().parameters(),
                new Location(caller.account(), caller.region()));
    }

    /**
     * What a call needs.
     *
     * @param parameters the call's members that are plain values
     */
    public static List<Requirement> of(
            String service, String operation, Map<String, String> parameters, Location location) {
        String action = service + ":" + operation;
        return switch (service) {
            case "cloudformation" -> stacks(action, parameters, location);
            case "servicecatalog" -> products(action, parameters, location);
            case "s3" -> List.of(object(operation, parameters, location));
            case "sts" -> identity(action, parameters);
            default -> List.of(new Requirement(action, "*"));
        };
    }

    /** Without a name, it shows all stacks: AWS asks for ListStacks besides, and for DescribeStacks on everything. */
    private static List<Requirement> stacks(String action, Map<String, String> parameters, Location location) {
        Optional<String> name = Optional.ofNullable(parameters.get("StackName"));
        if (name.isPresent()) {
            return List.of(new Requirement(action, stackArn(name.get(), location)));
        }
        Requirement list = new Requirement("cloudformation:ListStacks", location.arn("cloudformation", "stack/*/*"));
        return action.equals("cloudformation:DescribeStacks")
                ? List.of(list, new Requirement(action, "*"))
                : List.of(new Requirement(action, list.resource()));
    }

    /**
     * An import's caller must be allowed to read the stack, too: its page in the API reference. That DescribeProduct and
     * DescribeProductAsAdmin know single products is not confirmed, so that they need everything.
     */
    private static List<Requirement> products(String action, Map<String, String> parameters, Location location) {
        String product = parameters.get("ProductId");
        Requirement own =
                new Requirement(action, product == null ? "*" : location.arn("catalog", "product/" + product));
        String stack = parameters.get("PhysicalId");
        if (!action.equals("servicecatalog:ImportAsProvisionedProduct") || stack == null) {
            return List.of(own);
        }
        return List.of(
                own,
                new Requirement("cloudformation:DescribeStacks", stack),
                new Requirement("cloudformation:GetTemplate", stack));
    }

    private static Requirement object(String operation, Map<String, String> parameters, Location location) {
        String bucket = parameters.getOrDefault("Bucket", "");
        String key = parameters.containsKey("Key") ? "/" + parameters.get("Key") : "";
        String partition = location.arn("s3", "").split(":", -1)[1];
        return new Requirement(
                "s3:" + OBJECT_ACTIONS.getOrDefault(operation, operation),
                "arn:" + partition + ":s3:::" + bucket + key);
    }

    private static List<Requirement> identity(String action, Map<String, String> parameters) {
        return action.equals("sts:AssumeRole")
                ? List.of(new Requirement(action, parameters.getOrDefault("RoleArn", "*")))
                : List.of();
    }

    private static String stackArn(String nameOrArn, Location location) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : location.arn("cloudformation", "stack/" + nameOrArn + "/*");
    }
}
