package io.catalogimport.sandbox.cloudformation;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.RefusedCallException;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.Stack;
import io.catalogimport.sandbox.world.Stacks;
import io.catalogimport.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The operations that look at stacks. */
final class StackReading {
    private static final int PAGE_SIZE = 100;

    private final World world;

    StackReading(World world) {
        this.world = world;
    }

    Answer describe(Input input, Caller caller, Instant now) {
        Stacks stacks = stacks(caller);
        Optional<String> name = input.find("StackName").filter(text -> !text.isEmpty());
        if (name.isPresent()) {
            Stack stack = find(stacks, name.get(), now);
            return new Answer().with("Stacks", List.of(StackAnswers.whole(stack, now)));
        }
        ResultPage<Stack> page = page(
                stacks.newestFirst(), stack -> stack.status().at(now) != SandboxStackStatus.DELETE_COMPLETE, input);
        return new Answer()
                .with(
                        "Stacks",
                        page.items().stream()
                                .map(stack -> StackAnswers.whole(stack, now))
                                .toList())
                .with("NextToken", page.nextToken());
    }

    Answer list(Input input, Caller caller, Instant now) {
        List<String> wanted = input.texts("StackStatusFilter");
        ResultPage<Stack> page = page(
                stacks(caller).newestFirst(),
                stack -> wanted.isEmpty()
                        || wanted.contains(stack.status().at(now).name()),
                input);
        return new Answer()
                .with(
                        "StackSummaries",
                        page.items().stream()
                                .map(stack -> StackAnswers.summary(stack, now))
                                .toList())
                .with("NextToken", page.nextToken());
    }

    Answer resources(Input input, Caller caller, Instant now) {
        Stack stack = find(stacks(caller), input.text("StackName"), now);
        ResultPage<Map.Entry<String, String>> page =
                page(List.copyOf(stack.details().processed().resources().entrySet()), any -> true, input);
        return new Answer()
                .with(
                        "StackResourceSummaries",
                        page.items().stream()
                                .map(resource -> StackAnswers.resource(stack, resource, now))
                                .toList())
                .with("NextToken", page.nextToken());
    }

    Answer template(Input input, Caller caller, Instant now) {
        if (input.find("ChangeSetName").isPresent()) {
            throw new RefusedCallException(
                    "ChangeSetNotFound", 404, "ChangeSet [" + input.text("ChangeSetName") + "] does not exist");
        }
        String name = input.find("StackName")
                .orElseThrow(() -> AwsError.VALIDATION_ERROR.because("StackName must be specified"));
        Stack stack = find(stacks(caller), name, now);
        boolean original =
                input.find("TemplateStage").filter("Original"::equals).isPresent();
        String text = (original ? stack.details().original() : stack.details().processed()).text();
        return new Answer()
                .with("TemplateBody", withoutNonAscii(text))
                .with("StagesAvailable", List.of("Original", "Processed"));
    }

    /** CloudFormation does not keep them: https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1220. */
    private static String withoutNonAscii(String text) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return text;
        }
        return text.codePoints()
                .map(point -> point < 128 ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Stacks stacks(Caller caller) {
        return world.at(Location.of(caller)).stacks();
    }

    private static Stack find(Stacks stacks, String nameOrArn, Instant now) {
        return stacks.find(nameOrArn, now)
                .orElseThrow(() -> AwsError.VALIDATION_ERROR.because("Stack with id " + nameOrArn + " does not exist"));
    }

    private static <T> ResultPage<T> page(List<T> all, Predicate<T> shown, Input input) {
        try {
            return ResultPage.of(all, shown, PAGE_SIZE, input.find("NextToken"));
        } catch (IllegalArgumentException e) {
            throw AwsError.VALIDATION_ERROR.because("NextToken is invalid");
        }
    }
}
