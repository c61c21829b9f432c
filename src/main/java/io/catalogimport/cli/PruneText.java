package io.catalogimport.cli;

import io.catalogimport.database.LockHolder;
import io.catalogimport.launch.Pruning.Fate;
import io.catalogimport.launch.Pruning.Judged;
import io.catalogimport.ledger.OldFacts;
import io.catalogimport.ledger.OldRuns.Use;
import io.catalogimport.report.Plural;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What prune says of runs. */
final class PruneText {
    private static final int DIGEST_SHOWN = 8;

    private final String before;

    /** @param before runs that were last used before this are old */
    PruneText(Instant before) {
        this.before = moment(before);
    }

    /** What would be removed, and what would be kept. */
    List<String> found(List<Judged> all) {
        List<String> lines = new ArrayList<>();
        List<Judged> old = with(Fate.REMOVED, all);
        long recent = with(Fate.RECENT, all).size();
        if (old.isEmpty()) {
            lines.add("There is nothing to remove: no finished run was last used before %s.".formatted(before));
        } else {
            lines.add("To remove, because the last use was before %s:".formatted(before));
            old.forEach(judged -> lines.add("  " + facts(judged.run())));
        }
        all.stream()
                .filter(judged -> judged.fate() != Fate.REMOVED && judged.fate() != Fate.RECENT)
                .forEach(judged -> lines.add(kept(judged)));
        if (recent > 0) {
            lines.add(
                    recent == 1
                            ? "Kept: 1 run that was used later."
                            : "Kept: %d runs that were used later.".formatted(recent));
        }
        return lines;
    }

    /** What became of a run that was to be removed. */
    String ended(Judged judged) {
        return judged.fate() == Fate.REMOVED ? "Removed: " + name(judged.run()) + "." : kept(judged);
    }

    /** What was removed in all. */
    String removed(List<Judged> ended, OldFacts.Count facts) {
        List<Judged> removed = with(Fate.REMOVED, ended);
        return "%s with %s removed%s."
                .formatted(
                        Plural.of(removed.size(), "run"),
                        Plural.of(
                                removed.stream()
                                        .mapToLong(judged -> judged.run().rows())
                                        .sum(),
                                "row"),
                        facts.isNothing() ? "" : ", and " + words(facts));
    }

    /** What belongs to no run and would be removed too. */
    List<String> facts(OldFacts.Count facts) {
        return facts.isNothing() ? List.of() : List.of("To remove, too: %s.".formatted(words(facts)));
    }

    private static String words(OldFacts.Count facts) {
        return Stream.of(
                        facts.read() == 0 ? "" : Plural.of(facts.read(), "row") + " of what discover has read",
                        facts.windows() == 0 ? "" : Plural.of(facts.windows(), "window") + " of --until")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String kept(Judged judged) {
        Use run = judged.run();
        String digest = digest(run);
        return "Kept: %s: %s."
                .formatted(
                        name(run),
                        switch (judged.fate()) {
                            case IN_USE -> user(judged.holder()) + " works on it";
                            case IN_FLIGHT ->
                                "%s in flight. Run its import again, or end them by your word: catalog-import status %s shows them"
                                        .formatted(
                                                run.inFlight() == 1 ? "1 import is" : run.inFlight() + " imports are",
                                                digest);
                            case RELEASED ->
                                "undo has released %s of it, and without it an import would bring them back"
                                        .formatted(Plural.of(run.released(), "row"));
                            case PAUSED ->
                                "%s has paused it. To let it go: catalog-import resume %s"
                                        .formatted(run.pausedBy(), digest);
                            case RECENT, REMOVED -> "it was used again at " + moment(run.usedAt());
                        });
    }

    private static String user(@Nullable LockHolder holder) {
        return holder == null ? "a process" : "process %d on host %s".formatted(holder.process(), holder.host());
    }

    private static String facts(Use run) {
        return "%s: %s, first started %s, last used %s"
                .formatted(name(run), Plural.of(run.rows(), "row"), moment(run.createdAt()), moment(run.usedAt()));
    }

    private static String name(Use run) {
        return "%s (run %s)".formatted(run.file(), digest(run));
    }

    private static String digest(Use run) {
        return run.digest().substring(0, Math.min(DIGEST_SHOWN, run.digest().length()));
    }

    private static List<Judged> with(Fate fate, List<Judged> all) {
        return all.stream().filter(judged -> judged.fate() == fate).toList();
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
