package io.catalogimport.job;

import io.catalogimport.database.PostgresDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a process does to the world, effect by effect, and its death just before or after one of them: as after SIGKILL,
 * its database sessions end, with their transactions and locks, and nothing that it tries afterwards is done.
 */
final class MortalProcess {
    private final PostgresDatabase database;
    private final int death;
    private final List<String> points = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<Integer> sessions = new LinkedHashSet<>();
    private boolean dead;

    /** @param death the number of the point to die at, in the order of {@link #points}; the first one is 0 */
    MortalProcess(PostgresDatabase database, int death) {
        this.database = database;
        this.death = death;
    }

    /** One that lives as long as it likes. */
    static MortalProcess immortal(PostgresDatabase database) {
        return new MortalProcess(database, -1);
    }

    /** Where it could have died so far. */
    List<String> points() {
        return points;
    }

    boolean isDead() {
        return dead;
    }

    void hasSession(int processId) {
        sessions.add(processId);
    }

    void requireAlive() {
        if (dead) {
            throw new ProcessDied("long ago");
        }
    }

    /** The process is about to do this. Returns its name, with how many times it has done the like. */
    String begins(String effect) {
        String name = beginsAtOnce(effect);
        reaches("before " + name);
        return name;
    }

    /** Leaves out the point before: to the world, it is the same as the one after the effect before it. */
    String beginsAtOnce(String effect) {
        requireAlive();
        return effect + " #" + counts.merge(effect, 1, Integer::sum);
    }

    /** What was begun is done, though the process has not been told yet. */
    void ended(String name) {
        reaches("after " + name);
    }

    private void reaches(String point) {
        points.add(point);
        if (points.size() - 1 == death) {
            dead = true;
            sessions.forEach(this::end);
            throw new ProcessDied(point);
        }
    }

    /** The server ends a session soon after its client is gone; here it is waited for. */
    private void end(int session) {
        database.jdbc()
                .sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity where pid = ?")
                .param(session)
                .query(Boolean.class)
                .list();
    }
}
