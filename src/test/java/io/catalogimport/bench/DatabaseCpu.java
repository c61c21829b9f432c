package io.catalogimport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processor time of a PostgreSQL server on this machine: of its processes, and of those that have ended. */
record DatabaseCpu(long postmaster) {
    /** The unit of Linux's figures, by definition of its interface. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** The fields of {@code /proc/PID/stat}, counted from the one after the name: its own time, then its dead children's. */
    private static final int FIRST = 11;

    private static final int OWN = 2;
    private static final int WITH_CHILDREN = 4;

    static DatabaseCpu of(JdbcClient server) throws IOException {
        Path data =
                Path.of(server.sql("show data_directory").query(String.class).single());
        return new DatabaseCpu(Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0)));
    }

    /** Zero where the system does not tell. */
    Duration soFar() {
        Stream<Long> children = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid);
        return TICK.multipliedBy(ticks(postmaster, WITH_CHILDREN)
                + children.mapToLong(child -> ticks(child, OWN)).sum());
    }

    private static long ticks(long pid, int fields) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String[] values = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ", -1);
            return Stream.of(values)
                    .skip(FIRST)
                    .limit(fields)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
