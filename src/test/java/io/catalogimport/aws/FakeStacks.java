package io.catalogimport.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CloudFormation of one stack, which shows the statuses that the test wants; CREATE_COMPLETE where none is wanted. */
public final class FakeStacks implements StackGateway {
    private final Script<Optional<String>> statuses = new Script<>(Optional.of("CREATE_COMPLETE"));
    private final Script<String> templates = new Script<>("Resources: {}");
    private final Script<Page<StackDescription>> pages = new Script<>(new Page<>(List.of(), null));
    private final List<String> calls = new ArrayList<>();
    private Optional<String> parent = Optional.empty();
    private StackTraits traits = StackTraits.UNKNOWN;
    private Set<String> parameters = Set.of();

    /** Shows this status next; the last is shown again and again. */
    public FakeStacks shows(String status) {
        statuses.then(Optional.of(status));
        return this;
    }

    /** Forgets what it was to show. */
    public FakeStacks afresh() {
        statuses.afresh();
        return this;
    }

    public FakeStacks isMissing() {
        statuses.then(Optional.empty());
        return this;
    }

    public FakeStacks fails(RuntimeException failure) {
        statuses.thenThrow(failure);
        return this;
    }

    public FakeStacks nestedIn(String parentArn) {
        this.parent = Optional.of(parentArn);
        return this;
    }

    public FakeStacks has(StackTraits other) {
        this.traits = other;
        return this;
    }

    public FakeStacks parameters(String... names) {
        this.parameters = Set.of(names);
        return this;
    }

    /** The listing of the lane's stacks, a page at a time; there are none in it where nothing is said. */
    public Script<Page<StackDescription>> pages() {
        return pages;
    }

    public Script<String> templates() {
        return templates;
    }

    /** The names of the methods that were called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Optional<StackDescription> describe(StackArn stack) {
        calls.add("describe");
        return statuses.play()
                .map(status ->
                        new StackDescription(stack, StackStatus.of(status), parent.orElse(null), traits, parameters));
    }

    @Override
    public Page<StackDescription> livingStacks(Lane lane, @Nullable String pageToken) {
        calls.add("livingStacks");
        return pages.play();
    }

    @Override
    public String template(StackArn stack) {
        calls.add("template");
        return templates.play();
    }
}
