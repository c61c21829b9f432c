package io.catalogimport.chaos;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to workers that share a run. */
record SharedReport(CrewSettings crew, Limit limit, Begun begun, ChaosReport report) {

    boolean isClean() {
        return begun.isKeptTo() && report.isClean();
    }

    String table() {
        String limited = limit.options().isEmpty() ? "none" : String.join(" ", limit.options());
        return "%-20s %d of %d lanes each, over %d lanes%n%-20s %s%n%-20s %s%n%s"
                .formatted(
                        "workers",
                        crew.workers(),
                        crew.lanesOfWorker(),
                        crew.lanes(),
                        "limit",
                        limited,
                        "begun under it",
                        limit.options().isEmpty() ? begun.asked() : begun,
                        report.table());
    }

    String complaints() {
        Stream<String> limited = begun.isKeptTo()
                ? Stream.of()
                : Stream.of("Begun under %s: %s".formatted(String.join(" ", limit.options()), begun));
        return Stream.concat(limited, Stream.of(report.complaints()))
                .filter(complaint -> !complaint.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
