package io.catalogimport.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lanes that are worked on so many at a time. The next one begins when one of them is done, as in a run. */
final class Schedule {
    private final List<Amount> places;
    private final Map<String, Amount> ends = new LinkedHashMap<>();

    /**
     * Plans the work.
     *
     * @param lanes how long each lane takes, the one that begins first first
     * @param places how many are worked on at a time
     */
    Schedule(Map<String, Amount> lanes, int places) {
        this.places = new ArrayList<>(Collections.nCopies(Math.max(1, Math.min(places, lanes.size())), Amount.NOTHING));
        lanes.forEach(this::add);
    }

    private void add(String lane, Amount work) {
        Amount first = Collections.min(places, Comparator.comparingDouble(Amount::mean));
        Amount end = first.plus(work);
        places.set(places.indexOf(first), end);
        ends.put(lane, end);
    }

    /** Whether there is something to do in a lane. */
    boolean has(String lane) {
        return ends.containsKey(lane);
    }

    /** When a lane is probably done, in seconds from now. */
    double end(String lane) {
        return ends.getOrDefault(lane, Amount.NOTHING).mean();
    }

    /** The seconds within which all lanes are done with this probability. */
    double allWithin(double probability) {
        return Amount.within(places, probability);
    }
}
