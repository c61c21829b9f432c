package io.catalogimport.cli;

import io.catalogimport.cli.ProgressState.Activity;
import io.catalogimport.cli.ProgressState.Picture;
import io.catalogimport.cli.ProgressState.UnderWay;
import io.catalogimport.report.Plural;
import java.util.ArrayList;
import java.util.List;

/** The lines of the progress block: the counts, the trouble so far, and what each lane does. No line is wider than the terminal. */
final class BlockText {
    private static final int MOST_LANES = 10;

    /** The counts, the trouble, "and more", and the line of the cursor. */
    private static final int OTHER_LINES = 4;

    private BlockText() {}

    /** @param isTrouble whether it is shown in the colour of trouble */
    record Line(String text, boolean isTrouble) {}

    static List<Line> lines(Picture picture, TerminalSize size) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(head(picture), size));
        if (picture.failed() + picture.rejected() > 0) {
            lines.add(new Line(cut(trouble(picture), size), picture.failed() > 0));
        }
        int most = Math.max(0, Math.min(MOST_LANES, size.rows() - OTHER_LINES));
        picture.imports().stream().limit(most).forEach(each -> lines.add(line(lane(each), size)));
        int more = picture.imports().size() - most;
        if (more > 0) {
            lines.add(line("  and " + Plural.of(more, "more lane"), size));
        }
        return lines;
    }

    private static String head(Picture picture) {
        String counts = picture.total() == 0 ? "" : "  " + picture.done() + "/" + picture.total();
        String left = picture.activity() == Activity.IMPORTING
                ? picture.left()
                        .map(time -> "  about " + ImportTimes.clock(time) + " left")
                        .orElse("")
                : "";
        return picture.activity() + counts + left + "  " + ImportTimes.clock(picture.elapsed()) + " so far";
    }

    private static String trouble(Picture picture) {
        List<String> parts = new ArrayList<>();
        if (picture.failed() > 0) {
            parts.add(picture.failed() + " failed");
        }
        if (picture.rejected() > 0) {
            parts.add(picture.rejected() + " rejected");
        }
        return "  " + String.join(", ", parts);
    }

    private static String lane(UnderWay under) {
        return "  %s  %s  %s".formatted(under.lane(), ImportTimes.clock(under.since()), under.stack());
    }

    private static Line line(String text, TerminalSize size) {
        return new Line(cut(text, size), false);
    }

    /** A line that fills the last column would move the cursor to the next one. */
    private static String cut(String text, TerminalSize size) {
        String shown = Printable.text(text);
        int width = Math.max(1, size.columns() - 1);
        return shown.length() <= width ? shown : shown.substring(0, width - 1) + "…";
    }
}
