package io.catalogimport.report.html;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.util.ArrayList;
import java.util.List;

/** A state that rows are in: their number, and their part of the bar of all states. */
record StateView(String state, String words, String rows, String x, String width) {

    static List<StateView> of(StateCounts counts) {
        List<StateView> views = new ArrayList<>();
        double x = 0;
        for (MappingState state : MappingState.values()) {
            long rows = counts.of(state);
            if (rows > 0) {
                double width = 100.0 * rows / counts.total();
                views.add(new StateView(
                        state.name(), Words.state(state), Words.number(rows), Words.percent(x), Words.percent(width)));
                x += width;
            }
        }
        return views;
    }
}
