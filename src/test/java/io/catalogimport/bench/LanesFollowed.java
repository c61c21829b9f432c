package io.catalogimport.bench;

import io.catalogimport.sandbox.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the time of lanes goes that AWS does not need, in the mean of all imports that another one followed.
 *
 * @param noticed from an import's end until the look that found it
 * @param turnaround from that look until the next import was asked for
 * @param calls how often AWS was asked for an import's status
 */
record LanesFollowed(Duration noticed, Duration turnaround, double calls) {

    /** As the sandbox has seen it, in which each import takes this time. */
    static LanesFollowed of(List<Call> calls, Duration importTime) {
        Map<String, List<Call>> lanes = calls.stream()
                .filter(call -> !call.service().equals("sts"))
                .collect(Collectors.groupingBy(call -> call.account() + " " + call.region()));
        List<Import> imports = new ArrayList<>();
        lanes.values().forEach(lane -> addImports(imports, lane, importTime));
        return new LanesFollowed(
                mean(imports.stream().map(Import::noticed).toList()),
                mean(imports.stream().map(Import::turnaround).toList()),
                imports.stream().mapToInt(Import::calls).average().orElseThrow());
    }

    private record Import(Duration noticed, Duration turnaround, int calls) {}

    private static void addImports(List<Import> imports, List<Call> lane, Duration importTime) {
        int previous = -1;
        for (int index = 0; index < lane.size(); index++) {
            if (lane.get(index).operation().equals("ImportAsProvisionedProduct")) {
                if (previous >= 0) {
                    Instant end = lane.get(previous).at().plus(importTime);
                    Instant lastLook = lane.get(index - 1).at();
                    imports.add(new Import(
                            Duration.between(end, lastLook),
                            Duration.between(lastLook, lane.get(index).at()),
                            index - previous - 1));
                }
                previous = index;
            }
        }
    }

    private static Duration mean(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(durations.size());
    }
}
