package io.catalogimport.ledger;

/**
 * The names of locks. They are stored in {@code lock_holder} and shared with processes of other versions: renaming one lets
 * two versions work on the same thing.
 */
public final class LockNames {
    private LockNames() {}

    /** Who works on a mapping file: one process for itself, or several together. */
    public static String run(String digest) {
        return "run " + digest;
    }

    /** Whose turn it is to join or leave a run that several processes share. */
    public static String door(String digest) {
        return "door " + digest;
    }

    /** Whose turn it is to do what is done once in each start of a run. */
    public static String preparation(String digest) {
        return "preparation " + digest;
    }

    /** Which of the workers of a run writes the results while the run goes on. */
    public static String results(String digest) {
        return "results " + digest;
    }

    /** Which worker keeps an execution in Spring Batch's tables; held until its process ends. */
    public static String worker(String digest, String worker) {
        return "worker " + digest + " " + worker;
    }

    /** Whose turn it is to end an execution that was protected by this lock. */
    public static String recovery(String lock) {
        return "recovery " + lock;
    }

    /** Which worker takes part in a run; held until it has written its results. */
    public static String member(String digest, String worker) {
        return members(digest) + worker;
    }

    /** How the names of all workers of a run begin. */
    static String members(String digest) {
        return "member " + digest + " ";
    }

    /** Who imports in a lane, whatever file it works on. */
    public static String lane(String name) {
        return LANE + name;
    }

    /** Whether a lock is one of {@link #lane}. */
    public static boolean isLane(String lock) {
        return lock.startsWith(LANE);
    }

    /** The name of the lane that a lock of {@link #lane} protects. */
    public static String laneOf(String lock) {
        return lock.substring(LANE.length());
    }

    /** Who validates a lane of a run. */
    public static String validation(String digest, LaneUnit.OneLane lane) {
        return validations(digest) + lane.name();
    }

    static String validations(String digest) {
        return "validation " + digest + " ";
    }

    static final String LANE = "lane ";
}
