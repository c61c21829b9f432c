package io.catalogimport.sandbox;

import io.catalogimport.sandbox.cloudformation.CloudFormation;
import io.catalogimport.sandbox.fault.Faults;
import io.catalogimport.sandbox.iam.Policies;
import io.catalogimport.sandbox.s3.ObjectStorage;
import io.catalogimport.sandbox.seed.FaultReader;
import io.catalogimport.sandbox.servicecatalog.ServiceCatalog;
import io.catalogimport.sandbox.sts.SecurityTokenService;
import io.catalogimport.sandbox.wire.Authenticator;
import io.catalogimport.sandbox.wire.Exchanges;
import io.catalogimport.sandbox.wire.LoopbackServer;
import io.catalogimport.sandbox.wire.Pipeline;
import io.catalogimport.sandbox.wire.Pipeline.Entrance;
import io.catalogimport.sandbox.wire.Reply;
import io.catalogimport.sandbox.wire.Sessions;
import io.catalogimport.sandbox.world.Ids;
import io.catalogimport.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A running stand-in for AWS on 127.0.0.1. Any AWS client works with it once its endpoint points here. Everything is
 * in memory and gone when it is closed.
 */
public final class Sandbox implements AutoCloseable {
    private final LoopbackServer server;
    private final CallLog log;
    private final Faults faults = new Faults();

    private Sandbox(LoopbackServer server, CallLog log) {
        this.server = server;
        this.log = log;
    }

    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    static Sandbox start(SandboxBuilder settings) {
        Sandbox sandbox = new Sandbox(bind(settings.port()), new CallLog());
        try {
            settings.callLog().ifPresent(sandbox.log::writeTo);
            sandbox.open(settings);
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** The address, for {@code AWS_ENDPOINT_URL}. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** The calls so far, the last 20,000 of them. */
    public List<Call> calls() {
        return log.after(0, Integer.MAX_VALUE);
    }

    /**
     * Replaces the faults in force, and starts counting again.
     *
     * @param document YAML or JSON, as for {@code PUT /_sandbox/faults}; an empty document means no faults
     * @throws io.catalogimport.sandbox.seed.SeedException if it cannot be read
     */
    public void faults(String document) {
        faults.replace(FaultReader.read("faults", document));
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }

    private void open(SandboxBuilder settings) {
        Instant now = settings.clock().instant();
        Ids ids = new Ids(now.toString());
        World.Pace pace = new World.Pace(settings.timings(), settings.creationTime());
        World world = new World(ids, server.endpoint(), pace, faults, settings.nameScope());
        settings.seed().ifPresent(seed -> seed.plant(world, now));
        faults.replace(settings.faults());
        Sessions sessions = new Sessions();
        Pipeline pipeline = new Pipeline(
                List.of(
                        ServiceCatalog.on(world),
                        CloudFormation.on(world),
                        SecurityTokenService.on(sessions, ids),
                        new ObjectStorage(world.buckets())),
                new Entrance(
                        new Authenticator(settings.defaultAccount(), sessions),
                        faults,
                        time -> {
                            server.pause(time);
                            return settings.clock().instant();
                        },
                        new Policies(settings.policies())),
                log);
        Control control = new Control(log, faults);
        server.start(new Exchanges(
                request -> control.concerns(request) ? Reply.answer(control.answer(request)) : pipeline.answer(request),
                settings.clock(),
                ids::nextUuid));
    }

    private static LoopbackServer bind(int port) {
        try {
            return LoopbackServer.bind(port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }
}
