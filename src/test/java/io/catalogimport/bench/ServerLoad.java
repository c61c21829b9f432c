package io.catalogimport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** What the PostgreSQL server takes of the processors, with the backends that have ended; nothing where the system does not tell. */
record ServerLoad(ProcessHandle server) {
    /** How Linux counts the time of processes. */
    private static final long TICKS_A_SECOND = 100;

    private static final String SERVER = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint";

    static ServerLoad of(BenchDatabase database) {
        long id = database.jdbc().sql(SERVER).query(Long.class).single();
        return new ServerLoad(ProcessHandle.of(id).orElseThrow());
    }

    Duration cpu() {
        long ticks = Stream.concat(Stream.of(server), server.children())
                .mapToLong(ServerLoad::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    /** Its own time and that of its children that have ended. */
    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] afterTheName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(afterTheName, 11, 15)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
