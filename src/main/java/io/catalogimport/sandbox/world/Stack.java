package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.template.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One CloudFormation stack. Its status, its template and its settings change; nothing else does. */
public final class Stack {
    private final String arn;
    private final String name;
    private final Instant createdAt;
    private Details details;
    private Timeline<SandboxStackStatus> status;
    private Settings settings = Settings.USUAL;

    /**
     * What CloudFormation keeps of a stack beside its template.
     *
     * @param terminationProtection whether it may not be deleted
     * @param driftStatus what the last drift detection has found
     * @param roleArn the service role that CloudFormation acts with; absent where it acts as the caller
     */
    public record Settings(
            boolean terminationProtection, @Nullable String roleArn, String driftStatus) {
        public static final String NOT_CHECKED = "NOT_CHECKED";
        public static final Settings USUAL = new Settings(false, null, NOT_CHECKED);

        public Settings withTerminationProtection(boolean enabled) {
            return new Settings(enabled, roleArn, driftStatus);
        }
    }

    /**
     * What a stack was made with.
     *
     * @param processed the template after transforms; the same as the original where it has none
     * @param parent the nested stack's parent, absent for a root stack
     * @param importPlan how an import of this stack goes
     */
    public record Details(
            Template original,
            Template processed,
            @Nullable Stack parent,
            Map<String, String> tags,
            Map<String, String> parameters,
            List<String> capabilities,
            ImportPlan importPlan) {

        Details withTemplate(Template other) {
            return new Details(other, other, parent, tags, parameters, capabilities, importPlan);
        }
    }

    public Stack(String arn, String name, Timeline<SandboxStackStatus> status, Instant createdAt, Details details) {
        this.arn = arn;
        this.name = name;
        this.status = status;
        this.createdAt = createdAt;
        this.details = details;
    }

    public String arn() {
        return arn;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Details details() {
        return details;
    }

    public Settings settings() {
        return settings;
    }

    public void change(Settings other) {
        settings = other;
    }

    public Timeline<SandboxStackStatus> status() {
        return status;
    }

    public Optional<Stack> parent() {
        return Optional.ofNullable(details.parent());
    }

    /** The outermost stack that this one is nested in; itself where it is not nested. */
    public Stack root() {
        return parent().map(Stack::root).orElse(this);
    }

    /** Whether SC would compare equal what was submitted or what transforms made of it. */
    public boolean hasTemplate(Template template) {
        return details.original().matches(template) || details.processed().matches(template);
    }

    void follow(Timeline<SandboxStackStatus> course) {
        status = course;
    }

    void use(Template template) {
        details = details.withTemplate(template);
    }
}
