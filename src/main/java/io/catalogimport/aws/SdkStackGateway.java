package io.catalogimport.aws;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** CloudFormation through the SDK. */
public final class SdkStackGateway implements StackGateway {
    private final LaneClients clients;

    public SdkStackGateway(LaneClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<StackDescription> describe(StackArn stack) {
        return clients.call(stack.lane(), "DescribeStacks", stack.toString(), () -> {
            try {
                return description(
                        stack, clients.cloudFormation(stack.lane()).describeStacks(request -> request.stackName(
                                        stack.toString())
                                .overrideConfiguration(clients.as(stack.lane()))));
            } catch (CloudFormationException e) {
                if (saysThereIsNone(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public Page<StackDescription> livingStacks(Lane lane, @Nullable String pageToken) {
        return clients.call(lane, "DescribeStacks", lane.toString(), () -> {
            DescribeStacksResponse response = clients.cloudFormation(lane)
                    .describeStacks(request -> request.nextToken(pageToken).overrideConfiguration(clients.as(lane)));
            return new Page<>(
                    response.stacks().stream()
                            .flatMap(found ->
                                    StackArn.parse(found.stackId()).stream().map(arn -> description(arn, found)))
                            .toList(),
                    response.nextToken());
        });
    }

    private static Optional<StackDescription> description(StackArn stack, DescribeStacksResponse response) {
        return response.stacks().stream().findFirst().map(found -> description(stack, found));
    }

    private static StackDescription description(StackArn arn, Stack found) {
        return new StackDescription(
                arn,
                StackStatus.of(found.stackStatusAsString()),
                found.parentId(),
                DescribedTraits.of(found),
                found.parameters().stream().map(Parameter::parameterKey).collect(Collectors.toSet()));
    }

    /** CloudFormation has no error code of its own for this. ValidationError is the code for every wrong input. */
    static boolean saysThereIsNone(CloudFormationException e) {
        return e.awsErrorDetails() != null
                && "ValidationError".equals(e.awsErrorDetails().errorCode())
                && String.valueOf(e.awsErrorDetails().errorMessage()).contains("does not exist");
    }

    @Override
    public String template(StackArn stack) {
        return clients.call(stack.lane(), "GetTemplate", stack.toString(), () -> clients.cloudFormation(stack.lane())
                .getTemplate(request -> request.stackName(stack.toString())
                        .templateStage(TemplateStage.ORIGINAL)
                        .overrideConfiguration(clients.as(stack.lane())))
                .templateBody());
    }
}
