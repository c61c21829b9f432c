package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Fault;
import io.catalogimport.sandbox.wire.FaultPlan;
import io.catalogimport.sandbox.world.ImportFates;
import io.catalogimport.sandbox.world.ImportPlan;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Faults that are in force together. The first that strikes a call wins. Chance depends on the seed number and
 * on the call's own number, counted for each operation in each account and region: calls elsewhere change nothing, in
 * whatever order they come. Thread-safe.
 */
public final class FaultSet implements FaultPlan, ImportFates {
    private final Dice dice;
    private final List<FaultRule> rules;
    private final ImportDraw imports;
    private final Object document;
    private final Map<String, Long> calls = new HashMap<>();

    /**
     * @param document what the faults were read from
     */
    public FaultSet(long seed, List<FaultRule> rules, List<ImportOdds> imports, Object document) {
        this.dice = new Dice(seed);
        this.rules = List.copyOf(rules);
        this.imports = new ImportDraw(dice, imports);
        this.document = document;
    }

    public static FaultSet none() {
        return new FaultSet(0, List.of(), List.of(), Map.of());
    }

    @Override
    public synchronized Optional<Fault> next(AuthenticatedCall call) {
        Caller caller = call.caller();
        String line = String.join(
                "/",
                caller.account(),
                caller.region(),
                call.service().name(),
                call.invocation().operation());
        long number = calls.merge(line, 1L, Long::sum);
        for (int i = 0; i < rules.size(); i++) {
            Optional<Fault> fault = rules.get(i).strike(call, dice, i + "/" + line + "/" + number);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    @Override
    public ImportPlan of(Location location, Stack stack, String token) {
        return imports.of(location, stack, token);
    }

    public Object document() {
        return document;
    }

    /** How many calls each fault has struck, in the faults' order. */
    public synchronized List<Long> hits() {
        return rules.stream().map(FaultRule::hits).toList();
    }
}
