package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.world.ImportFates;
import io.catalogimport.sandbox.world.ImportPlan;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides how each import goes. It depends on the seed number, on the stack and on how many tokens it was tried with
 * before: the same request again goes the same way, a new attempt has a new chance. Thread-safe.
 */
final class ImportDraw implements ImportFates {
    private final Dice dice;
    private final List<ImportOdds> odds;
    private final Map<String, List<String>> tokensByStack = new HashMap<>();

    ImportDraw(Dice dice, List<ImportOdds> odds) {
        this.dice = dice;
        this.odds = List.copyOf(odds);
    }

    @Override
    public synchronized ImportPlan of(Location location, Stack stack, String token) {
        int attempt = attempt(stack.arn(), token);
        for (int i = 0; i < odds.size(); i++) {
            ImportOdds candidate = odds.get(i);
            String occasion = "import/" + i + "/" + stack.arn() + "/" + attempt;
            if (candidate.scope().covers(location.account(), location.region())
                    && dice.roll(occasion) < candidate.probability()) {
                return candidate.plan();
            }
        }
        return ImportPlan.SUCCEED;
    }

    private int attempt(String stackArn, String token) {
        List<String> tokens = tokensByStack.computeIfAbsent(stackArn, arn -> new ArrayList<>());
        if (!tokens.contains(token)) {
            tokens.add(token);
        }
        return tokens.indexOf(token);
    }
}
