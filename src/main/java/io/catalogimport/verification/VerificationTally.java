package io.catalogimport.verification;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.validation.Finding;
import io.catalogimport.verification.VerifiedRow.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts verified rows, so that none of them need be kept. */
public final class VerificationTally {
    /** All rows are in the file that is written. */
    private static final int MOST_ROWS = 100;

    private static final Set<String> OUTAGES = names(FailureKind.OUTAGES);
    private static final Set<String> REFUSALS = names(FailureKind.REFUSALS);

    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Map<String, Map<Result, Long>> lanes = new TreeMap<>();
    private final Map<String, Long> codes = new TreeMap<>();
    private final Map<String, Long> firstUpdate = new TreeMap<>();
    private final Map<String, Long> owners = new TreeMap<>();
    private final List<VerifiedRow> first = new ArrayList<>();
    private boolean hasOutage;
    private boolean isRefused = true;

    /** Counts a row. */
    public void add(VerifiedRow row) {
        results.merge(row.result(), 1L, Long::sum);
        lanes.computeIfAbsent(row.row().mapping().stackArn().lane().toString(), lane -> none())
                .merge(row.result(), 1L, Long::sum);
        count(codes, row.findings());
        count(firstUpdate, row.firstUpdate());
        if (row.seen().owner() != null) {
            owners.merge(row.seen().owner(), 1L, Long::sum);
        }
        if (row.result() != Result.MATCHES && first.size() < MOST_ROWS) {
            first.add(row);
        }
        hasOutage |= row.findings().stream().map(Finding::code).anyMatch(OUTAGES::contains);
        isRefused &= row.findings().stream().map(Finding::code).anyMatch(REFUSALS::contains);
    }

    private static Set<String> names(Set<FailureKind> kinds) {
        return kinds.stream().map(FailureKind::name).collect(Collectors.toSet());
    }

    /** Every result is there. */
    private static Map<Result, Long> none() {
        Map<Result, Long> none = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            none.put(result, 0L);
        }
        return none;
    }

    private static void count(Map<String, Long> codes, List<Finding> findings) {
        findings.stream().map(Finding::code).distinct().forEach(code -> codes.merge(code, 1L, Long::sum));
    }

    public long total() {
        return results.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows came out so. */
    public long of(Result result) {
        return results.getOrDefault(result, 0L);
    }

    /** The same, by account and region. */
    public Map<String, Map<Result, Long>> lanes() {
        return lanes;
    }

    /** On how many rows each code is. */
    public Map<String, Long> codes() {
        return codes;
    }

    /** On how many rows each code about the first update is. */
    public Map<String, Long> firstUpdate() {
        return firstUpdate;
    }

    /** How many provisioned products each user or role owns. */
    public Map<String, Long> owners() {
        return owners;
    }

    /** The first rows that do not match, in file order. */
    public List<VerifiedRow> first() {
        return first;
    }

    /** Whether some rows could not be checked because a region was out of reach. */
    public boolean hasOutage() {
        return hasOutage;
    }

    /** Whether AWS refused every row. */
    public boolean isRefused() {
        return isRefused && total() > 0;
    }
}
