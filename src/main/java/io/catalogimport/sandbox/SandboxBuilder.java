package io.catalogimport.sandbox;

import io.catalogimport.sandbox.fault.FaultSet;
import io.catalogimport.sandbox.iam.Policy;
import io.catalogimport.sandbox.seed.FaultReader;
import io.catalogimport.sandbox.seed.PolicyReader;
import io.catalogimport.sandbox.seed.Seed;
import io.catalogimport.sandbox.world.ImportTimings;
import io.catalogimport.sandbox.world.NameUniqueness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a sandbox. Times that are set here override those of the seed. */
public final class SandboxBuilder {
    private int port;
    private Clock clock = Clock.systemUTC();
    private String defaultAccount = "111122223333";
    private @Nullable Seed seed;
    private @Nullable Duration recordTime;
    private @Nullable Duration stackTime;
    private @Nullable Duration creationTime;
    private @Nullable FaultSet faults;
    private @Nullable Policy policy;
    private @Nullable Path callLog;
    private @Nullable NameUniqueness nameScope;

    SandboxBuilder() {}

    /** The port on 127.0.0.1; 0, the default, takes any that is free. */
    public SandboxBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * Reads the scene that the sandbox begins with.
     *
     * @throws io.catalogimport.sandbox.seed.SeedException if it is not a seed
     */
    public SandboxBuilder seed(Path fileOrDirectory) {
        this.seed = Seed.read(fileOrDirectory);
        return this;
    }

    public SandboxBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    public SandboxBuilder timings(ImportTimings timings) {
        return recordTime(timings.record()).stackTime(timings.stack());
    }

    /** How long it takes from an import's call until its record is final. */
    public SandboxBuilder recordTime(Duration time) {
        this.recordTime = time;
        return this;
    }

    /** How long it takes from an import's call until its stack is no longer in progress. */
    public SandboxBuilder stackTime(Duration time) {
        this.stackTime = time;
        return this;
    }

    /** How long the making or deleting of a stack takes; no time by default. */
    public SandboxBuilder creationTime(Duration time) {
        this.creationTime = time;
        return this;
    }

    /** The account that credentials belong to if they do not name one. */
    public SandboxBuilder defaultAccount(String account) {
        this.defaultAccount = account;
        return this;
    }

    /** The scope in which a provisioned product's name is unique. */
    public SandboxBuilder nameScope(NameUniqueness scope) {
        this.nameScope = scope;
        return this;
    }

    /**
     * Reads the faults. They replace those of the seed.
     *
     * @throws io.catalogimport.sandbox.seed.SeedException if it cannot be read
     */
    public SandboxBuilder faults(Path file) {
        this.faults = FaultReader.read(file);
        return this;
    }

    /**
     * Reads the policy of all callers. It replaces those of the seed.
     *
     * @throws io.catalogimport.sandbox.seed.SeedException if it cannot be read
     */
    public SandboxBuilder policy(Path file) {
        this.policy = PolicyReader.read(file, Set.of());
        return this;
    }

    /**
     * The file for the calls, as lines of JSON. Each is written before its answer is sent. An existing file is
     * overwritten.
     */
    public SandboxBuilder callLog(Path file) {
        this.callLog = file;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws java.io.UncheckedIOException if the port is taken, or the call log cannot be written
     * @throws io.catalogimport.sandbox.seed.SeedException if the seed is wrong
     */
    public Sandbox start() {
        return Sandbox.start(this);
    }

    int port() {
        return port;
    }

    Clock clock() {
        return clock;
    }

    String defaultAccount() {
        return defaultAccount;
    }

    Optional<Seed> seed() {
        return Optional.ofNullable(seed);
    }

    FaultSet faults() {
        return Optional.ofNullable(faults).or(() -> seed().map(Seed::faults)).orElseGet(FaultSet::none);
    }

    List<Policy> policies() {
        return Optional.ofNullable(policy)
                .map(List::of)
                .or(() -> seed().map(Seed::policies))
                .orElse(List.of());
    }

    Optional<Path> callLog() {
        return Optional.ofNullable(callLog);
    }

    ImportTimings timings() {
        return new ImportTimings(
                time(recordTime, "record", ImportTimings.DEFAULT.record()),
                time(stackTime, "stack", ImportTimings.DEFAULT.stack()));
    }

    /** The account where nothing is said, as in AWS's page; the stricter one is what a stand-in should hold to. */
    NameUniqueness nameScope() {
        return Optional.ofNullable(nameScope)
                .or(() -> seed().flatMap(Seed::nameScope))
                .orElse(NameUniqueness.ACCOUNT);
    }

    Duration creationTime() {
        return time(creationTime, "create", Duration.ZERO);
    }

    private Duration time(@Nullable Duration set, String seedName, Duration otherwise) {
        return Optional.ofNullable(set)
                .or(() -> seed().flatMap(scene -> scene.timing(seedName)))
                .orElse(otherwise);
    }
}
