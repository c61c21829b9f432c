package io.catalogimport.chaos;

import io.catalogimport.cli.SceneStack;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is to be imported, and how AWS misbehaves meanwhile.
 *
 * @param seed decides what is left to chance
 * @param regions the lanes
 * @param calls which calls go wrong, as the sandbox's faults have it
 * @param imports how imports go on, likewise
 */
record Scenery(long seed, List<String> regions, String calls, String imports) {
    private static final List<String> THREE_REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");

    private static final List<String> TWENTY_REGIONS = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-south-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");

    /** Only the calls of the program get them: other callers do not get them. */
    private static final String MANY_FAULTS = """
              - {fault: cut-after, keys: ["%1$s"], operations: [ImportAsProvisionedProduct], probability: 0.1}
              - {fault: cut-before, keys: ["%1$s"], operations: [ImportAsProvisionedProduct], probability: 0.04}
              - {fault: latency, keys: ["%1$s"], operations: [ImportAsProvisionedProduct], max: 1s, probability: 0.2}
              - {fault: throttle, keys: ["%1$s"], operations: [ImportAsProvisionedProduct], probability: 0.05}
              - {fault: throttle, keys: ["%1$s"], services: [cloudformation], rate: 60, burst: 60}
              - {fault: throttle, keys: ["%1$s"], probability: 0.004}
              - {fault: internal-failure, keys: ["%1$s"], probability: 0.01}
              - {fault: service-unavailable, keys: ["%1$s"], probability: 0.01}
              - {fault: cut-before, keys: ["%1$s"], probability: 0.005}
              - {fault: cut-after, keys: ["%1$s"], probability: 0.005}
              - {fault: latency, keys: ["%1$s"], max: 40ms, probability: 0.2}
            """.formatted(SceneStack.ACCOUNT);

    private static final String FEW_FAULTS = """
              - {fault: throttle, keys: ["%1$s"], probability: 0.004}
              - {fault: latency, keys: ["%1$s"], max: 40ms, probability: 0.2}
            """.formatted(SceneStack.ACCOUNT);

    private static final String SHORT_IMPORTS = """
              - {outcome: refuse, probability: 0.04}
              - {outcome: fail, record: 200ms, stack: 400ms, probability: 0.03}
              - {record: 1s, stack: 2s, probability: 0.03}
              - {record: 100ms, stack: 600ms, probability: 0.3}
              - {record: 400ms, stack: 150ms, probability: 0.4}
              - {record: 200ms, stack: 300ms}
            """;

    private static final String GOOD_IMPORTS = """
              - {record: 1s, stack: 2s}
            """;

    private static final String LONGER_IMPORTS = """
              - {outcome: refuse, probability: 0.03}
              - {outcome: fail, record: 500ms, stack: 1s, probability: 0.03}
              - {record: 4s, stack: 8s, probability: 0.1}
              - {record: 500ms, stack: 3s, probability: 0.4}
              - {record: 2s, stack: 1s}
            """;

    private static final String FAILING_IMPORTS = """
              - {outcome: refuse, probability: 0.2}
              - {outcome: fail, record: 500ms, stack: 1s, probability: 0.4}
              - {outcome: fail, record: 2s, stack: 3s}
            """;

    /** Three lanes. */
    static Scenery narrow(long seed) {
        return new Scenery(seed, THREE_REGIONS, MANY_FAULTS, SHORT_IMPORTS);
    }

    /** So many lanes, at most twenty; an import is long enough for several things to happen. */
    static Scenery wide(long seed, CrewSettings crew) {
        List<String> regions = TWENTY_REGIONS.subList(0, crew.lanes());
        return crew.brief()
                ? new Scenery(seed, regions, FEW_FAULTS, GOOD_IMPORTS)
                : new Scenery(seed, regions, MANY_FAULTS, LONGER_IMPORTS);
    }

    /** The same stacks, but each import fails. */
    Scenery failing() {
        return new Scenery(seed, regions, calls, FAILING_IMPORTS);
    }

    /** The stacks in file order, those of the lanes mixed. */
    List<SceneStack> stacks(int number) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, number)
                .mapToObj("stack-%03d"::formatted)
                // A course of its own would go before what the faults say.
                .map(name -> SceneStack.stack(name).going("{}").in(regions.get(random.nextInt(regions.size()))))
                .toList();
    }

    String faults() {
        return "seed: %d%ncalls:%n%simports:%n%s".formatted(seed, calls, imports);
    }
}
