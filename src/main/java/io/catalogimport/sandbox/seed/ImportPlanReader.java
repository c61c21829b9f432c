package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.world.ImportBehaviour;
import io.catalogimport.sandbox.world.ImportBehaviour.Fail;
import io.catalogimport.sandbox.world.ImportBehaviour.Hang;
import io.catalogimport.sandbox.world.ImportBehaviour.HangStack;
import io.catalogimport.sandbox.world.ImportBehaviour.KeepStatus;
import io.catalogimport.sandbox.world.ImportBehaviour.Refuse;
import io.catalogimport.sandbox.world.ImportBehaviour.Succeed;
import io.catalogimport.sandbox.world.ImportBehaviour.Taint;
import io.catalogimport.sandbox.world.ImportPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a seed says of a stack's import: the name of an outcome, or a map with the outcome, its code and
 * message, the times it takes, and whether later updates fail.
 */
final class ImportPlanReader {
    static final List<String> KEYS = List.of("outcome", "code", "message", "record", "stack", "update");
    private static final Map<String, Function<SeedNode, ImportBehaviour>> OUTCOMES = outcomes();

    private ImportPlanReader() {}

    static ImportPlan read(SeedNode stack) {
        Optional<SeedNode> node = stack.find("import");
        if (node.isEmpty()) {
            return ImportPlan.SUCCEED;
        }
        SeedNode plan = node.get();
        if (plan.value() instanceof String) {
            SeedNode bare = new SeedNode(plan.file(), plan.path(), Map.of());
            return new ImportPlan(plan.oneOf(OUTCOMES).apply(bare), null, null, false);
        }
        return plan(plan.allowing(KEYS.toArray(String[]::new)));
    }

    /** The plan that a map has the keys of, whatever else is in it. */
    static ImportPlan plan(SeedNode plan) {
        ImportBehaviour behaviour = plan.find("outcome")
                .map(outcome -> outcome.oneOf(OUTCOMES).apply(plan))
                .orElse(new Succeed());
        boolean updatesFail = plan.find("update")
                .map(update -> update.oneOf(Map.of("succeed", false, "fail", true)))
                .orElse(false);
        return new ImportPlan(behaviour, plan.duration("record"), plan.duration("stack"), updatesFail);
    }

    private static Map<String, Function<SeedNode, ImportBehaviour>> outcomes() {
        Map<String, Function<SeedNode, ImportBehaviour>> outcomes = new LinkedHashMap<>();
        outcomes.put("succeed", plan -> new Succeed());
        outcomes.put(
                "fail",
                plan -> new Fail(
                        plan.text("code", "ValidationError"),
                        plan.text("message", "The stack could not be imported (seeded failure).")));
        outcomes.put("hang", plan -> new Hang());
        outcomes.put("hang-stack", plan -> new HangStack());
        outcomes.put("keep-status", plan -> new KeepStatus());
        outcomes.put(
                "taint", plan -> new Taint(plan.text("message", "The last operation did not end as asked (seeded).")));
        outcomes.put(
                "refuse",
                plan -> new Refuse(
                        plan.text("code", "InvalidParametersException"),
                        plan.text("message", "The stack cannot be imported (seeded refusal).")));
        return outcomes;
    }
}
