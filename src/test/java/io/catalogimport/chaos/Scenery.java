package io.catalogimport.chaos;

import io.catalogimport.cli.SceneStack;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What is to be imported, and how AWS misbehaves meanwhile. */
final class Scenery {
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");

    /** The program's key alone meets them: whoever looks on is left in peace. */
    private static final String FAULTS = """
            seed: %d
            calls:
              - {fault: cut-after, keys: ["%2$s"], operations: [ImportAsProvisionedProduct], probability: 0.1}
              - {fault: cut-before, keys: ["%2$s"], operations: [ImportAsProvisionedProduct], probability: 0.04}
              - {fault: latency, keys: ["%2$s"], operations: [ImportAsProvisionedProduct], max: 1s, probability: 0.2}
              - {fault: throttle, keys: ["%2$s"], operations: [ImportAsProvisionedProduct], probability: 0.05}
              - {fault: throttle, keys: ["%2$s"], services: [cloudformation], rate: 60, burst: 60}
              - {fault: throttle, keys: ["%2$s"], probability: 0.004}
              - {fault: internal-failure, keys: ["%2$s"], probability: 0.01}
              - {fault: service-unavailable, keys: ["%2$s"], probability: 0.01}
              - {fault: cut-before, keys: ["%2$s"], probability: 0.005}
              - {fault: cut-after, keys: ["%2$s"], probability: 0.005}
              - {fault: latency, keys: ["%2$s"], max: 40ms, probability: 0.2}
            imports:
              - {outcome: refuse, probability: 0.04}
              - {outcome: fail, record: 200ms, stack: 400ms, probability: 0.03}
              - {record: 1s, stack: 2s, probability: 0.03}
              - {record: 100ms, stack: 600ms, probability: 0.3}
              - {record: 400ms, stack: 150ms, probability: 0.4}
              - {record: 200ms, stack: 300ms}
            """;

    private Scenery() {}

    /** The stacks in file order, those of the lanes mixed. */
    static List<SceneStack> stacks(long seed, int number) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, number)
                .mapToObj("stack-%03d"::formatted)
                // A course of its own would go before what the faults say.
                .map(name -> SceneStack.stack(name).going("{}").in(REGIONS.get(random.nextInt(REGIONS.size()))))
                .toList();
    }

    static List<String> regions() {
        return REGIONS;
    }

    static String faults(long seed) {
        return FAULTS.formatted(seed, SceneStack.ACCOUNT);
    }
}
