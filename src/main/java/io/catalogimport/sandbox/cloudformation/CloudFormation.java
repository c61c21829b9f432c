package io.catalogimport.sandbox.cloudformation;

import static io.catalogimport.sandbox.wire.Constraints.flag;
import static io.catalogimport.sandbox.wire.Constraints.list;
import static io.catalogimport.sandbox.wire.Constraints.members;
import static io.catalogimport.sandbox.wire.Constraints.oneOf;
import static io.catalogimport.sandbox.wire.Constraints.text;
import static io.catalogimport.sandbox.wire.Constraints.whole;

import io.catalogimport.sandbox.wire.Constraint;
import io.catalogimport.sandbox.wire.Constraint.Structure;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.wire.Operations;
import io.catalogimport.sandbox.wire.QueryService;
import io.catalogimport.sandbox.wire.Service;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.World;
import java.util.List;

/** The CloudFormation service: which operations it has, and what their members must look like. */
public final class CloudFormation {
    private static final Constraint NEXT_TOKEN = text(1, 1024);
    private static final Constraint REQUEST_TOKEN = text(1, 128, "[a-zA-Z0-9][-a-zA-Z0-9]*");

    private CloudFormation() {}

    public static Service on(World world) {
        StackReading reading = new StackReading(world);
        StackChanges changes = new StackChanges(world);
        List<Operation> operations = List.of(
                Operation.of("CreateStack", createStack(), changes::create),
                Operation.of("DeleteStack", deleteStack(), changes::delete),
                Operation.of("DescribeStacks", describeStacks(), reading::describe),
                Operation.of("GetTemplate", getTemplate(), reading::template),
                Operation.of(
                        "ListStackResources",
                        members().required("StackName", text()).optional("NextToken", NEXT_TOKEN),
                        reading::resources),
                Operation.of("ListStacks", listStacks(), reading::list),
                Operation.of(
                        "UpdateTerminationProtection",
                        members()
                                .required(
                                        "StackName", text(1, 1600, "([a-zA-Z][-a-zA-Z0-9]*)|(arn:\\b[-a-zA-Z0-9:/]*)"))
                                .required("EnableTerminationProtection", flag()),
                        changes::updateTerminationProtection));
        return new QueryService(
                "cloudformation",
                "2010-05-15",
                "http://cloudformation.amazonaws.com/doc/2010-05-15/",
                new Operations(operations));
    }

    private static Structure createStack() {
        Structure parameter = members()
                .optional("ParameterKey", text())
                .optional("ParameterValue", text())
                .optional("UsePreviousValue", flag());
        Structure tag = members().required("Key", text(1, 128)).required("Value", text(1, 256));
        return members()
                .required("StackName", text(1, 128, "[a-zA-Z][-a-zA-Z0-9]*"))
                .optional("TemplateBody", text(1, Integer.MAX_VALUE))
                .optional("TemplateURL", text(1, 5120))
                .optional("Parameters", list(200, parameter))
                .optional("DisableRollback", flag())
                .optional("TimeoutInMinutes", whole(1, Integer.MAX_VALUE))
                .optional("NotificationARNs", list(5, text()))
                .optional(
                        "Capabilities",
                        list(3, oneOf("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND")))
                .optional("ResourceTypes", list(500, text(1, 256)))
                .optional("RoleARN", text(20, 2048))
                .optional("OnFailure", oneOf("DO_NOTHING", "ROLLBACK", "DELETE"))
                .optional("StackPolicyBody", text(1, 16384))
                .optional("StackPolicyURL", text(1, 5120))
                .optional("Tags", list(50, tag))
                .optional("ClientRequestToken", REQUEST_TOKEN)
                .optional("EnableTerminationProtection", flag())
                .optional("RetainExceptOnCreate", flag());
    }

    private static Structure deleteStack() {
        return members()
                .required("StackName", text())
                .optional("RetainResources", list(500, text()))
                .optional("RoleARN", text(20, 2048))
                .optional("ClientRequestToken", REQUEST_TOKEN)
                .optional("DeletionMode", oneOf("STANDARD", "FORCE_DELETE_STACK"));
    }

    private static Structure describeStacks() {
        return members().optional("StackName", text()).optional("NextToken", NEXT_TOKEN);
    }

    private static Structure getTemplate() {
        return members()
                .optional("StackName", text())
                .optional("ChangeSetName", text(1, 1600, "[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/]*"))
                .optional("TemplateStage", oneOf("Original", "Processed"));
    }

    private static Structure listStacks() {
        return members()
                .optional("NextToken", NEXT_TOKEN)
                .optional(
                        "StackStatusFilter",
                        list(SandboxStackStatus.values().length, oneOf(SandboxStackStatus.names())));
    }
}
