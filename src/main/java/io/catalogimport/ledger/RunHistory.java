package io.catalogimport.ledger;

import java.util.List;

/** When a run was started and paused, the earliest first. */
public record RunHistory(List<PastStart> starts, List<PastPause> pauses) {
    public RunHistory {
        starts = List.copyOf(starts);
        pauses = List.copyOf(pauses);
    }
}
