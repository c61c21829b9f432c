package io.catalogimport.chaos;

import io.catalogimport.sandbox.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened, in figures.
 *
 * @param exits of all starts
 * @param outages how often PostgreSQL went away
 * @param leftBehind how many processes were still there at the end
 */
record ChaosReport(
        ChaosSettings settings,
        List<Exit> exits,
        int outages,
        List<Call> calls,
        Verdict verdict,
        long leftBehind,
        Duration took) {

    static ChaosReport of(ChaosSettings settings, Surroundings seen, Duration took) {
        return new ChaosReport(
                settings,
                seen.exits(),
                seen.postgres().stops(),
                seen.calls(),
                Verdict.of(seen.evidence()),
                seen.running(),
                took);
    }

    boolean isClean() {
        return verdict.isClean() && unexpectedExits().isEmpty() && leftBehind == 0 && kills() >= settings.kills();
    }

    long kills() {
        return exits.stream().filter(exit -> exit.code() == Exit.KILLED).count();
    }

    List<Exit> unexpectedExits() {
        return exits.stream().filter(exit -> !exit.isExpected()).toList();
    }

    /** Of what was done, and then of what must be nothing. */
    String table() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", settings.seed());
        figures.put("stacks", settings.stacks());
        figures.put("starts", exits.size());
        figures.put("kills", "%d of %d".formatted(kills(), settings.kills()));
        figures.put("exit codes", countedBy(exits.stream().map(Exit::code)));
        figures.put("PostgreSQL restarts", outages);
        figures.put("calls", calls.size());
        figures.put("faults struck", faults().count() + " " + countedBy(faults()));
        figures.put("duration", "%d s".formatted(took.toSeconds()));
        figures.put("double imports", verdict.doubleImports().size());
        figures.put("lost rows", verdict.lostRows().size());
        figures.put("order violations", verdict.orderViolations().size());
        figures.put("overlaps", verdict.overlaps().size());
        figures.put("untrue executions", verdict.untruths().size());
        figures.put("unexpected exits", unexpectedExits().size());
        figures.put("left behind", leftBehind);
        return figures.entrySet().stream()
                .map(figure -> "%-20s %s%n".formatted(figure.getKey(), figure.getValue()))
                .collect(Collectors.joining());
    }

    /** All that went wrong, in words. */
    String complaints() {
        return Stream.concat(
                        Stream.of(verdict.toString()),
                        unexpectedExits().stream().map(Exit::toString))
                .filter(complaint -> !complaint.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> faults() {
        return calls.stream().map(Call::fault).filter(Objects::nonNull);
    }

    private static <T> Map<T, Long> countedBy(Stream<T> things) {
        return things.collect(Collectors.groupingBy(thing -> thing, TreeMap::new, Collectors.counting()));
    }
}
