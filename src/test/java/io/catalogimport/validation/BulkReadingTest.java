package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.mapping.StackMapping;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkReadingTest {
    private static final int AT_ONCE = 20_000;

    private static final List<StackMapping> FILE = IntStream.rangeClosed(2, 50_001)
            .mapToObj(line -> aMapping().onLine(line).ofStack("stack-" + line).build())
            .toList();

    private final List<BitSet> read = new ArrayList<>();
    private final UpcomingMappings upcoming = (lane, line, limit) ->
            FILE.stream().skip(Math.max(0, line - 2)).limit(limit).toList();

    @Test
    void readsOnceAboutTheMappingsThatComeNext() {
        BulkReading<Integer> reading = reading(upcoming);

        assertThat(reading.about(onLine(2))).isEqualTo(1);
        assertThat(reading.about(onLine(3))).isEqualTo(1);
        assertThat(reading.about(onLine(AT_ONCE + 1))).isEqualTo(1);

        assertThat(read).singleElement().isEqualTo(lines(2, AT_ONCE + 1));
    }

    @Test
    void readsAnewAboutThoseAfterThem() {
        BulkReading<Integer> reading = reading(upcoming);
        reading.about(onLine(2));

        assertThat(reading.about(onLine(AT_ONCE + 2))).isEqualTo(2);
        assertThat(reading.about(onLine(AT_ONCE + 3))).isEqualTo(2);
    }

    @Test
    void doesNotReadTwiceBecauseALaterMappingCameFirst() {
        BulkReading<Integer> reading = reading(upcoming);

        assertThat(reading.about(onLine(20))).isEqualTo(1);
        assertThat(reading.about(onLine(2))).isEqualTo(1);
    }

    @Test
    void stillTellsOfTheMappingsBeforeWhereOthersHaveGoneOn() {
        BulkReading<Integer> reading = reading(upcoming);
        reading.about(onLine(2));
        reading.about(onLine(AT_ONCE + 2));

        assertThat(reading.about(onLine(7))).isEqualTo(1);
    }

    @Test
    void readsAboutAMappingThatWasNotToldOf() {
        StackMapping other = aMapping().onLine(20_000).build();
        BitSet withIt = lines(2, 4);
        withIt.set(20_000);

        reading((lane, line, limit) -> FILE.subList(0, 3)).about(other);

        assertThat(read).containsExactly(withIt);
    }

    @Test
    void readsAboutTheWholeLaneWhereItIsNotKnownWhatComesNext() {
        BulkReading<Integer> reading = reading(UpcomingMappings.UNKNOWN);

        assertThat(reading.about(onLine(2))).isEqualTo(1);
        assertThat(reading.about(onLine(9_000))).isEqualTo(1);
        assertThat(read).containsExactly(new BitSet());
    }

    /** Whose content tells how many there were before it. */
    private BulkReading<Integer> reading(UpcomingMappings next) {
        return new BulkReading<>(onLine(2).stackArn().lane(), next, wanted -> {
            read.add(wanted.lines());
            return read.size();
        });
    }

    private static BitSet lines(int first, int last) {
        BitSet lines = new BitSet();
        lines.set(first, last + 1);
        return lines;
    }

    private static StackMapping onLine(int line) {
        return FILE.get(line - 2);
    }
}
