package io.catalogimport.cli;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A stack of a scene, and its row of the mapping file. Unless it says otherwise, it fits its product and its import is
 * done at once.
 *
 * @param course how its import goes on, as the sandbox's seed has it
 */
public record SceneStack(String name, String region, String template, String course) {
    public static final String ACCOUNT = "111122223333";

    public static SceneStack stack(String name) {
        return new SceneStack(name, "eu-central-1", "queue.yaml", "{record: 50ms, stack: 100ms}");
    }

    public SceneStack in(String otherRegion) {
        return new SceneStack(name, otherRegion, template, course);
    }

    /** Its template is not its product's. */
    SceneStack differing() {
        return new SceneStack(name, region, "other.yaml", course);
    }

    /** Its import ends only when the scene lets time pass. */
    SceneStack slow() {
        return going("{record: 1h, stack: 1h}");
    }

    public SceneStack going(String otherCourse) {
        return new SceneStack(name, region, template, otherCourse);
    }

    public String arn() {
        return "arn:aws:cloudformation:%s:%s:stack/%s/%s".formatted(region, ACCOUNT, name, id());
    }

    /** The stack as it would be mapped, under its own name. */
    String row() {
        return "%s,prod-queue,pa-one,%s".formatted(arn(), name);
    }

    String seed() {
        return "- {name: %s, id: %s, template: %s, import: %s}".formatted(name, id(), template, course);
    }

    private UUID id() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
