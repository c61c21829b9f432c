package io.catalogimport.cli;

import io.catalogimport.aws.StackArn;
import io.catalogimport.launch.UndoResult;
import io.catalogimport.launch.UndoRows.Preview;
import io.catalogimport.launch.UndoneRow;
import io.catalogimport.launch.UndoneRow.End;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.ReleaseChoice;
import io.catalogimport.report.Plural;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What undo says to people: a line for each row, and what all of it comes to. */
final class UndoText implements UndoView {
    private final PrintWriter out;
    private final Path file;
    private final boolean plan;

    /** @param plan whether nothing is released */
    UndoText(PrintWriter out, Path file, boolean plan) {
        this.out = out;
        this.file = file;
        this.plan = plan;
    }

    /** What is ahead. */
    void ahead(Preview preview, ReleaseChoice choice) {
        if (preview.all() == 0) {
            print(
                    choice instanceof ReleaseChoice.FailedCanary
                            ? "Nothing is to be released: no import of the last start has failed, or what it imported is released already."
                            : "Nothing is to be released: this run has imported none of the rows that were asked for.");
        }
        if (preview.unfinished() > 0) {
            print("An earlier undo has begun %s and not finished. That comes first."
                    .formatted(Plural.of(preview.unfinished(), "release")));
        }
        preview.byOtherRuns()
                .forEach(
                        other -> print("%s of this file imported by run %s. To release: catalog-import undo %s --run %s"
                                .formatted(
                                        other.rows() == 1 ? "1 row was" : other.rows() + " rows were",
                                        StatusText.digest(other.digest()),
                                        file,
                                        StatusText.digest(other.digest()))));
    }

    @Override
    public synchronized void row(UndoneRow row) {
        print("line %-6d %-14s %s%s"
                .formatted(row.line(), words(row.end()), stack(row), row.code().isEmpty() ? "" : "  " + row.code()));
        boolean isPlain = row.end() == End.RELEASED && row.code().equals("RELEASED_BY_UNDO");
        if (!row.message().isEmpty() && !isPlain) {
            print("            " + row.message());
        }
    }

    private static String words(End end) {
        return switch (end) {
            case RELEASABLE -> "to release";
            case RELEASED, NOT_RELEASED, RELEASING ->
                end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String stack(UndoneRow row) {
        return Optional.ofNullable(row.stackArn())
                .flatMap(StackArn::parse)
                .map(StackArn::stackName)
                .orElse("-");
    }

    @Override
    public void ended(UndoResult result, ExitCode code) {
        result.obstacles().forEach(this::print);
        if (plan) {
            print("Plan: %d to release, %d not to be released%s%s. Nothing was changed."
                    .formatted(
                            result.releasable(),
                            result.notReleased(),
                            result.released() == 0 ? "" : ", %d gone already".formatted(result.released()),
                            result.releasing() == 0 ? "" : ", %d to finish".formatted(result.releasing())));
        } else {
            print("%d released, %d not released%s%s."
                    .formatted(
                            result.released(),
                            result.notReleased(),
                            result.releasing() == 0 ? "" : ", %d without a known end".formatted(result.releasing()),
                            result.left() == 0 ? "" : ", %d not tried".formatted(result.left())));
        }
        next(result, code).ifPresent(this::print);
    }

    private void print(Obstacle obstacle) {
        print("Lane %s waits for line %d of %s, which is %s: nothing is released in it."
                .formatted(obstacle.lane(), obstacle.line(), obstacle.file(), obstacle.state()));
    }

    private Optional<String> next(UndoResult result, ExitCode code) {
        if (result.stackChanged()) {
            return Optional.of("STOPPED: a stack is not as it was before its release. Look at it before you go on.");
        }
        if (result.stopped()) {
            return Optional.of("Stopped as requested. Next: run the same command again to continue.");
        }
        if (plan && result.releasable() + result.releasing() > 0) {
            return Optional.of(ConsentMixin.nextAfterPlan(code));
        }
        return switch (code) {
            case SUCCESS -> Optional.empty();
            case NO_PERMISSION ->
                Optional.of("AWS refused every row. Compare the permissions with jobs/iam/undo-policy.json.");
            case TRY_AGAIN, UNAVAILABLE -> Optional.of("Next: run the same command again later; nothing is lost.");
            default -> Optional.of("Next: see why, then run the same command again.");
        };
    }

    /** Where the results are. */
    void results(Path directory) {
        print("Results: " + directory.resolve("results.csv"));
    }

    private void print(String line) {
        out.println(Printable.text(line));
        out.flush();
    }
}
