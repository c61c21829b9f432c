package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.mapping.StackMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkReadingTest {
    private static final List<StackMapping> FILE = IntStream.rangeClosed(2, 12_001)
            .mapToObj(line -> aMapping().onLine(line).ofStack("stack-" + line).build())
            .toList();

    private final List<List<StackMapping>> read = new ArrayList<>();
    private final UpcomingMappings upcoming = (lane, line, limit) -> FILE.stream()
            .filter(mapping -> mapping.line() >= line)
            .filter(mapping -> mapping.stackArn().lane().equals(lane))
            .limit(limit)
            .toList();

    @Test
    void readsOnceAboutTheMappingsThatComeNext() {
        BulkReading<Integer> reading = reading(upcoming);

        assertThat(reading.about(onLine(2))).isEqualTo(1);
        assertThat(reading.about(onLine(3))).isEqualTo(1);
        assertThat(reading.about(onLine(5_001))).isEqualTo(1);

        assertThat(read).singleElement().isEqualTo(FILE.subList(0, 5_000));
    }

    @Test
    void readsAnewAboutThoseAfterThem() {
        BulkReading<Integer> reading = reading(upcoming);
        reading.about(onLine(2));

        assertThat(reading.about(onLine(5_002))).isEqualTo(2);
        assertThat(reading.about(onLine(5_003))).isEqualTo(2);
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
        reading.about(onLine(5_002));

        assertThat(reading.about(onLine(7))).isEqualTo(1);
    }

    @Test
    void readsAboutAMappingThatWasNotToldOf() {
        StackMapping other = aMapping().onLine(20_000).build();

        reading((lane, line, limit) -> FILE.subList(0, 3)).about(other);

        assertThat(read).hasSize(1);
        assertThat(read.get(0)).hasSize(4).contains(other);
    }

    @Test
    void readsAboutTheWholeLaneWhereItIsNotKnownWhatComesNext() {
        BulkReading<Integer> reading = reading(UpcomingMappings.UNKNOWN);

        assertThat(reading.about(onLine(2))).isEqualTo(1);
        assertThat(reading.about(onLine(9_000))).isEqualTo(1);
        assertThat(read).containsExactly(List.of());
    }

    @Test
    void readsAboutEachLaneForItself() {
        BulkReading<Integer> reading = reading(UpcomingMappings.UNKNOWN);
        reading.about(onLine(2));

        assertThat(reading.about(aMapping().inRegion("us-east-1").build())).isEqualTo(2);
    }

    /** Whose content tells how many there were before it. */
    private BulkReading<Integer> reading(UpcomingMappings next) {
        return new BulkReading<>(next, (lane, wanted) -> {
            read.add(wanted);
            return read.size();
        });
    }

    private static StackMapping onLine(int line) {
        return FILE.get(line - 2);
    }
}
