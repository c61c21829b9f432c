package io.catalogimport.discovery;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.RoleSettings;
import io.catalogimport.aws.SandboxSettings;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkInventoryGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.SdkVersionGateway;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.aws.VersionGateway;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Discoveries;
import io.catalogimport.ledger.PreparedVersions;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import io.catalogimport.sandbox.SandboxBuilder;
import io.catalogimport.validation.WarningSettings;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A discovery with a real database, and with the SDK before a sandbox. Time passes only when the test wants it. */
final class DiscoveryScene implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-central-1";
    static final Lane LANE = new Lane("aws", ACCOUNT, REGION);

    final FakeTime time = new FakeTime();
    private final Sandbox sandbox;
    private final SandboxSettings settings;
    private final LaneClients clients;
    private final Sources sources;
    private final Discovery discovery;
    private final PostgresDatabase database;

    /** @param seed the scene, whose templates are in the same directory */
    DiscoveryScene(PostgresDatabase database, Path directory, String seed) throws IOException {
        Files.writeString(directory.resolve("seed.yaml"), seed);
        this.sandbox = sandbox(directory, time);
        this.settings = SandboxSettings.of(sandbox);
        this.clients = new LaneClients(new RoleSettings("catalog-import", null, "test"));
        StackGateway stacks = new SdkStackGateway(clients);
        Patience patience = new Patience(Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO);
        this.sources = new Sources(
                new SdkInventoryGateway(clients),
                stacks,
                new SdkCatalogGateway(clients),
                new ArtifactTemplates(clients, stacks),
                new PoliteCalls(new PoliteRate(1e6, time, time), new TransientRetry(time, time, patience)),
                new Discoveries(database.jdbc(), TemplateFingerprint.FORM),
                time);
        this.discovery = new Discovery(sources, new Unseen());
        this.database = database;
    }

    VersionGateway versions() {
        return new SdkVersionGateway(clients);
    }

    Preparation preparation(VersionGateway versions) {
        return new Preparation(sources, versions, new PreparedVersions(database.jdbc()), time);
    }

    /** What is found of everything, with what was made a moment ago. */
    Discovered discoverAnew() {
        return discover(new DiscoveryRequest(
                List.of(LANE), StackFilter.ALL, ProductFilter.ALL, NamePattern.STACK, true, WarningSettings.NONE));
    }

    /** With the policy of the directory, if there is one. */
    /** The real time and what the test has let pass: the SDK takes a role's credentials of another day for expired. */
    private static Clock since(FakeTime time) {
        InstantSource now = () -> Instant.now().plus(Duration.between(FakeTime.START, time.instant()));
        return now.withZone(ZoneOffset.UTC);
    }

    private static Sandbox sandbox(Path directory, FakeTime time) {
        SandboxBuilder builder = Sandbox.builder().seed(directory).clock(since(time));
        Path policy = directory.resolve("policy.json");
        return (Files.exists(policy) ? builder.policy(policy) : builder).start();
    }

    /** Progress that nobody looks at. */
    private static final class Unseen implements DiscoveryProgress {
        @Override
        public void begun(Lane lane, int stacks, int versions) {}

        @Override
        public void templateKnown(Lane lane) {}

        @Override
        public void ended(Lane lane) {}
    }

    /** What is found of everything in the usual lane. */
    Discovered discover() {
        return discover(StackFilter.ALL, ProductFilter.ALL);
    }

    Discovered discover(StackFilter stacks, ProductFilter products) {
        return discover(
                new DiscoveryRequest(List.of(LANE), stacks, products, NamePattern.STACK, false, WarningSettings.NONE));
    }

    Discovered discover(DiscoveryRequest request) {
        return discovery.discover(request, new ExistingMappings());
    }

    /** What is found beside the stack of a row. */
    Discovered discoverBeside(String stackArn, String name) {
        ExistingMappings existing = new ExistingMappings();
        existing.add(
                new MappingLine(2, Map.of("stack_arn", stackArn, "provisioned_product_name", name), "", List.of()));
        return discovery.discover(
                new DiscoveryRequest(
                        List.of(LANE),
                        StackFilter.ALL,
                        ProductFilter.ALL,
                        NamePattern.STACK,
                        false,
                        WarningSettings.NONE),
                existing);
    }

    static ProductFilter product(String nameOrId) {
        return new ProductFilter(Set.of(nameOrId), Set.of());
    }

    void faults(String document) {
        sandbox.faults(document);
    }

    List<Call> calls() {
        return sandbox.calls();
    }

    @Override
    public void close() {
        clients.close();
        settings.close();
        sandbox.close();
    }
}
