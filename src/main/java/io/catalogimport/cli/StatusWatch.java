package io.catalogimport.cli;

import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.launch.DatabaseBusyException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Shows how a status changes: on a terminal in place, elsewhere as one line for each change. */
interface StatusWatch {
    /** Between two looks. */
    Duration INTERVAL = Duration.ofSeconds(2);

    /** Shows it as it is now. */
    void show(StatusDocument status);

    /** Says that it is not known at the moment. */
    void away(String reason);

    /** On a terminal: the lines are written over the last ones, as many as there is room for. */
    final class InPlace implements StatusWatch {
        /** A line that is too long is cut by the terminal, so that each line is one line. */
        private static final String WITHOUT_WRAPPING = "\u001b[?7l%s\u001b[?7h";

        private static final String REST_OF_LINE = "\u001b[K\n";
        private static final String REST_OF_SCREEN = "\u001b[J";

        private final PrintWriter out;
        private final String name;
        private final IntSupplier height;
        private int shown;

        InPlace(PrintWriter out, String name, IntSupplier height) {
            this.out = out;
            this.name = name;
            this.height = height;
        }

        @Override
        public void show(StatusDocument status) {
            draw(StatusText.of(status, name, ZoneId.systemDefault()));
        }

        @Override
        public void away(String reason) {
            draw(List.of(Printable.text(reason)));
        }

        private void draw(List<String> lines) {
            int room = Math.max(1, height.getAsInt() - 1);
            StringBuilder text = new StringBuilder(shown == 0 ? "" : "\r\u001b[" + Math.min(shown, room) + "A");
            shown = Math.min(room, lines.size());
            lines.stream().limit(shown).forEach(line -> text.append(line).append(REST_OF_LINE));
            out.print(WITHOUT_WRAPPING.formatted(text.append(REST_OF_SCREEN)));
            out.flush();
        }
    }

    /** Elsewhere: each change with its time. */
    final class Lines implements StatusWatch {
        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

        private final PrintWriter out;
        private final Clock clock;
        private Set<String> before = new HashSet<>();

        Lines(PrintWriter out, Clock clock) {
            this.out = out;
            this.clock = clock;
        }

        @Override
        public void show(StatusDocument status) {
            print(StatusText.changes(status));
        }

        @Override
        public void away(String reason) {
            print(List.of(Printable.text(reason)));
        }

        private void print(List<String> changes) {
            String moment = MOMENT.format(clock.instant().atZone(ZoneId.systemDefault()));
            changes.stream()
                    .filter(change -> !before.contains(change))
                    .forEach(change -> out.println(moment + " " + change));
            before = new HashSet<>(changes);
            out.flush();
        }
    }

    /** For scripts: one line of JSON for each change. */
    final class Documents implements StatusWatch {
        private final PrintWriter out;
        private final Clock clock;
        private List<String> before = List.of();
        private @Nullable String database;

        Documents(PrintWriter out, Clock clock) {
            this.out = out;
            this.clock = clock;
        }

        /** The forecast is another one each time, and is no change. */
        @Override
        public void show(StatusDocument status) {
            List<String> changes = StatusText.changes(status);
            if (!changes.equals(before)) {
                out.println(status.line());
                out.flush();
            }
            before = changes;
            database = status.database();
        }

        @Override
        public void away(String reason) {
            show(StatusDocument.failed(clock.instant(), database, reason));
        }
    }

    /** Whether a watch goes on after this error: the database is away, or starts or ends, for a while. */
    static boolean mayGoOnAfter(RuntimeException error) {
        return error instanceof DatabaseBusyException || DatabaseOutage.isBehind(error);
    }
}
