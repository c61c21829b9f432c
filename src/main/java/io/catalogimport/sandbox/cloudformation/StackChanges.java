package io.catalogimport.sandbox.cloudformation;

import io.catalogimport.sandbox.template.Template;
import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.RefusedCallException;
import io.catalogimport.sandbox.world.ImportPlan;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.Stack;
import io.catalogimport.sandbox.world.Stacks;
import io.catalogimport.sandbox.world.TemplateStore;
import io.catalogimport.sandbox.world.Timeline;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The operations that make and delete stacks. A new stack becomes complete; none of its resources is made. */
final class StackChanges {
    private final World world;
    private final TemplateStore templates;

    StackChanges(World world) {
        this.world = world;
        this.templates = new TemplateStore(world.buckets());
    }

    Answer create(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        String name = input.text("StackName");
        if (state.stacks().find(name, now).isPresent()) {
            throw AwsError.ALREADY_EXISTS.because("Stack [" + name + "] already exists");
        }
        Template template = template(input, state.location());
        Stack.Details details = new Stack.Details(
                template,
                template,
                null,
                pairs(input, "Tags", "Key", "Value"),
                parameters(input, template),
                input.texts("Capabilities"),
                ImportPlan.SUCCEED);
        String arn = state.location()
                .arn("cloudformation", "stack/" + name + "/" + world.ids().nextUuid());
        Timeline<SandboxStackStatus> status = Timeline.starting(now, SandboxStackStatus.CREATE_IN_PROGRESS)
                .then(now.plus(world.pace().stackCreation()), SandboxStackStatus.CREATE_COMPLETE);
        Stack stack = new Stack(arn, name, status, now, details);
        stack.change(new Stack.Settings(
                input.flag("EnableTerminationProtection"),
                input.find("RoleARN").orElse(null),
                Stack.Settings.NOT_CHECKED));
        state.stacks().add(stack);
        return new Answer().with("StackId", arn);
    }

    Answer updateTerminationProtection(Input input, Caller caller, Instant now) {
        String name = input.text("StackName");
        Stack stack = world.at(Location.of(caller))
                .stacks()
                .find(name, now)
                .orElseThrow(() -> AwsError.VALIDATION_ERROR.because("Stack [" + name + "] does not exist"));
        stack.change(stack.settings().withTerminationProtection(input.flag("EnableTerminationProtection")));
        return new Answer().with("StackId", stack.arn());
    }

    /** Deleting what does not exist succeeds, as in AWS. */
    Answer delete(Input input, Caller caller, Instant now) {
        Stacks stacks = world.at(Location.of(caller)).stacks();
        Optional<Stack> found = stacks.find(input.text("StackName"), now);
        found.filter(stack -> stack.settings().terminationProtection()).ifPresent(stack -> {
            throw AwsError.VALIDATION_ERROR.because(
                    "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        });
        found.ifPresent(stack -> stacks.delete(stack, now, now.plus(world.pace().stackCreation())));
        return new Answer();
    }

    private Template template(Input input, Location location) {
        Optional<String> body = input.find("TemplateBody");
        Optional<String> url = input.find("TemplateURL");
        if (body.isPresent() == url.isPresent()) {
            throw AwsError.VALIDATION_ERROR.because(
                    "Either Template URL or Template Body must be specified, and not both.");
        }
        try {
            return body.map(Template::parse).orElseGet(() -> templates.read(url.orElseThrow(), location));
        } catch (IllegalArgumentException e) {
            throw AwsError.VALIDATION_ERROR.because("Template format error: " + e.getMessage());
        }
    }

    private static Map<String, String> parameters(Input input, Template template) {
        Map<String, String> given = pairs(input, "Parameters", "ParameterKey", "ParameterValue");
        Map<String, String> values = new LinkedHashMap<>();
        template.parameters().forEach((name, properties) -> {
            Object initial = properties.get("Default");
            if (given.containsKey(name)) {
                values.put(name, given.get(name));
            } else if (initial != null) {
                values.put(name, initial.toString());
            } else {
                throw missing(name);
            }
        });
        return values;
    }

    private static RefusedCallException missing(String parameter) {
        return AwsError.VALIDATION_ERROR.because("Parameters: [" + parameter + "] must have values");
    }

    private static Map<String, String> pairs(Input input, String list, String key, String value) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Input item : input.structures(list)) {
            pairs.put(item.find(key).orElse(""), item.find(value).orElse(""));
        }
        return pairs;
    }
}
