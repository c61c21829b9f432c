package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.StateCounts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectionGroupsTest {

    @Test
    void groupsMoreThanTenByCode() {
        RejectionGroups groups = groups(11);

        IntStream.rangeClosed(2, 10)
                .mapToObj(line -> rejected(line, "OTHER_ACCOUNT"))
                .forEach(groups::take);
        groups.take(rejected(14, "OTHER_ACCOUNT"));
        groups.take(rejected(12, "STACK_STATUS"));

        assertThat(printed(groups))
                .containsExactly(
                        "10 rows rejected: OTHER_ACCOUNT, lines 2-10, 14",
                        "            The first: Reason of line 2",
                        "1 row rejected: STACK_STATUS, line 12",
                        "            Reason of line 12");
    }

    @Test
    void namesNotAllOfManyPlaces() {
        RejectionGroups groups = groups(11);

        IntStream.rangeClosed(1, 11).map(row -> 2 * row).forEach(line -> groups.take(rejected(line, "STACK_STATUS")));

        assertThat(printed(groups).get(0))
                .isEqualTo("11 rows rejected: STACK_STATUS, lines 2, 4, 6, 8, 10, 12, 14, 16 and 3 more");
    }

    @Test
    void leavesTenToBeShownOneByOne() {
        assertThat(groups(10).take(rejected(2, "STACK_STATUS"))).isFalse();
    }

    private static RejectionGroups groups(long rejected) {
        return new RejectionGroups(new StateCounts(Map.of(MappingState.REJECTED, rejected)));
    }

    private static LedgerRow rejected(int line, String code) {
        return new LedgerRow(
                line,
                "",
                List.of(),
                MappingState.REJECTED,
                new Remark(code, "Reason of line " + line),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                0);
    }

    private static List<String> printed(RejectionGroups groups) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        groups.print(out);
        out.flush();
        return text.toString().lines().toList();
    }
}
