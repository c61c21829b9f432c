package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.world.SandboxProvisionedProduct.Origin;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct.Owner;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the sandbox holds. Not thread-safe: requests take turns. */
public final class World {
    private final Map<Location, RegionalState> locations = new LinkedHashMap<>();
    private final Buckets buckets = new Buckets();
    private final Ids ids;
    private final URI endpoint;
    private final Pace pace;
    private final ImportFates fates;
    private final NameUniqueness nameScope;

    /** How fast things happen: imports, and the making and deleting of stacks. */
    public record Pace(ImportTimings imports, Duration stackCreation) {
        public static final Pace DEFAULT = new Pace(ImportTimings.DEFAULT, Duration.ZERO);
    }

    /** What is to be imported, by whom, on which path. */
    public record ImportOrder(
            SandboxProduct product,
            SandboxArtifact artifact,
            Stack stack,
            String name,
            String token,
            SandboxLaunchPath path,
            String userArn,
            String principalArn) {}

    /** To which version a provisioned product is to be brought, by whom, on which path. */
    public record Update(SandboxArtifact artifact, String token, String pathId, String userArn) {}

    public World(Ids ids, URI endpoint, Pace pace, ImportFates fates, NameUniqueness nameScope) {
        this.ids = ids;
        this.endpoint = endpoint;
        this.pace = pace;
        this.fates = fates;
        this.nameScope = nameScope;
    }

    public RegionalState at(Location location) {
        return locations.computeIfAbsent(location, RegionalState::new);
    }

    public Buckets buckets() {
        return buckets;
    }

    public Ids ids() {
        return ids;
    }

    public URI endpoint() {
        return endpoint;
    }

    public Pace pace() {
        return pace;
    }

    /** Whether another provisioned product has the name, in the region or in the whole account. */
    public boolean isNameTaken(Location location, String name, Instant now) {
        return locations.values().stream()
                .filter(state -> nameScope.isOne(state.location(), location))
                .anyMatch(state ->
                        state.provisionedProducts().findByName(name, now).isPresent());
    }

    /** How the import of a stack with that token goes: the stack's own plan, or what the faults in force say. */
    public ImportPlan importPlan(RegionalState state, Stack stack, String token) {
        ImportPlan own = stack.details().importPlan();
        return own.equals(ImportPlan.SUCCEED) ? fates.of(state.location(), stack, token) : own;
    }

    /** Starts an import that has been found allowed, and lets the stack follow its course. */
    public SandboxRecord beginImport(RegionalState state, ImportOrder order, Instant now) {
        Stack stack = order.stack();
        ImportPlan plan = importPlan(state, stack, order.token());
        ImportSchedule schedule = new ImportSchedule(now, plan.timings(pace.imports()));
        ImportCourse course = ImportCourse.of(plan.behaviour(), schedule, stack.status());
        stack.follow(course.stack());
        return imported(state, order, course, new Made(ids.next("pp-"), ids.next("rec-"), now));
    }

    /** Has a stack under a product's care as if it had been imported before; its status stays as it is. */
    public void addImported(RegionalState state, String id, ImportOrder order, Condition condition) {
        String recordId = Ids.derived("rec-", state.location(), "record", order.name());
        ImportCourse course = ImportCourse.past(order.stack().status(), condition);
        imported(state, order, course, new Made(id, recordId, condition.since()));
    }

    /** How a provisioned product is that was there before, and what is said of it. */
    public record Condition(SandboxProvisionedProductStatus status, String message, Instant since) {}

    /** Starts to bring a provisioned product to another version of its product. */
    public SandboxRecord beginUpdate(
            RegionalState state, SandboxProvisionedProduct product, Update request, Instant now) {
        Stack stack = product.origin().stack();
        UpdateCourse course =
                new UpdateCourse(importPlan(state, stack, request.token()).updatesFail(), now, pace.imports());
        SandboxRecord update = new SandboxRecord(
                ids.next("rec-"),
                SandboxRecord.Type.UPDATE_PROVISIONED_PRODUCT,
                product,
                request.artifact(),
                request.pathId(),
                request.userArn(),
                now,
                course.record(),
                course.failure());
        product.update(update, course.provisionedProduct());
        stack.follow(course.stack());
        if (!course.fails()) {
            stack.use(request.artifact().template());
        }
        state.addRecord(update);
        return update;
    }

    /** Starts to terminate a provisioned product. Its stack stays or is deleted. */
    public SandboxRecord beginTermination(
            RegionalState state, SandboxProvisionedProduct product, String userArn, boolean retain, Instant now) {
        Instant end = now.plus(pace.imports().record());
        SandboxRecord termination = new SandboxRecord(
                ids.next("rec-"),
                SandboxRecord.Type.TERMINATE_PROVISIONED_PRODUCT,
                product,
                product.artifact(now),
                null,
                userArn,
                now,
                SandboxRecordStatus.working(now, pace.imports().record()).then(end, SandboxRecordStatus.SUCCEEDED),
                Optional.empty());
        product.leave(termination.id(), now, end);
        if (!retain) {
            state.stacks().delete(product.origin().stack(), now, end);
        }
        state.addRecord(termination);
        return termination;
    }

    /**
     * The properties that somebody gives a provisioned product.
     *
     * @param owner null if it stays as it is
     * @param launchRole null if it stays as it is
     */
    public record Properties(
            @Nullable Owner owner, @Nullable String launchRole, String userArn) {}

    /** Starts to change the properties of a provisioned product. They are changed when the record ends. */
    public SandboxRecord beginPropertyChange(
            RegionalState state, SandboxProvisionedProduct product, Properties properties, Instant now) {
        Instant end = now.plus(pace.imports().record());
        SandboxRecord change = new SandboxRecord(
                ids.next("rec-"),
                SandboxRecord.Type.UPDATE_PROVISIONED_PRODUCT,
                product,
                product.artifact(now),
                null,
                properties.userArn(),
                now,
                SandboxRecordStatus.working(now, pace.imports().record()).then(end, SandboxRecordStatus.SUCCEEDED),
                Optional.empty());
        product.change(change.id(), properties.owner(), properties.launchRole(), end);
        state.addRecord(change);
        return change;
    }

    private record Made(String id, String recordId, Instant at) {}

    private static SandboxRecord imported(RegionalState state, ImportOrder order, ImportCourse course, Made made) {
        Origin origin = new Origin(
                order.name(),
                state.location().arn("servicecatalog", "stack/" + order.name() + "/" + made.id()),
                order.product(),
                order.artifact(),
                order.stack(),
                order.token(),
                order.userArn(),
                order.principalArn(),
                made.at(),
                made.recordId(),
                course.complaint());
        SandboxRecord imported = new SandboxRecord(
                made.recordId(),
                SandboxRecord.Type.IMPORT_PROVISIONED_PRODUCT,
                new SandboxProvisionedProduct(made.id(), origin, course.record(), course.provisionedProduct()),
                order.artifact(),
                order.path().id(),
                order.userArn(),
                made.at(),
                course.record(),
                Optional.ofNullable(course.failure()));
        state.addImport(imported);
        return imported;
    }
}
