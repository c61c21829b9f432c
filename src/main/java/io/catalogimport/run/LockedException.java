package io.catalogimport.run;

import io.catalogimport.database.LockHolder;
import java.util.Optional;

/** Another process works on the same file or lane. Nothing was imported; the same command will do later. */
public final class LockedException extends RuntimeException {
    LockedException(String words) {
        super(sentence(words));
    }

    private LockedException(String words, String next) {
        super(words + ". " + next);
    }

    /** For a process that is no longer at work, but has changed what the user agreed to. */
    public static LockedException because(String words) {
        return new LockedException(words, "Nothing was changed. Run the same command again.");
    }

    /** What happened, and what to do about it. */
    public static String sentence(String words) {
        return words + ". Wait until it has ended, then run again; or use --wait.";
    }

    /** Who does what: {@code Process 4711 on host db1 is importing in … (since …, file …)}. */
    public static String words(String work, Optional<LockHolder> holder) {
        return holder.map(known -> "Process %d on host %s %s (since %s, file %s)"
                        .formatted(known.process(), known.host(), work, known.since(), known.file()))
                .orElse("Another process " + work);
    }
}
