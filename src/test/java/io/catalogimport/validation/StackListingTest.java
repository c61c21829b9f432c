package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsFailures;
import io.catalogimport.aws.FakeStacks;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatus;
import io.catalogimport.aws.StackTraits;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackListingTest {
    private final FakeStacks stacks = new FakeStacks();

    @Test
    void tellsOfTheStacksThatAreWantedAndListed() {
        stacks.pages().then(page("next", mappings(1, 15))).then(page(null, mappings(16, 30)));

        StackListing listing = read(mappings(11, 30));

        assertThat(listing.take(arn(11)))
                .contains(new StackDescription(arn(11), StackStatus.of("CREATE_COMPLETE"), null, StackTraits.UNKNOWN));
        assertThat(listing.take(arn(30))).isPresent();
        assertThat(listing.take(arn(1))).as("not wanted").isEmpty();
        assertThat(listing.take(arn(31))).as("not listed").isEmpty();
    }

    @Test
    void tellsOfEachStackOnce() {
        stacks.pages().then(page(null, mappings(1, 20)));
        StackListing listing = read(mappings(1, 20));

        listing.take(arn(1));

        assertThat(listing.take(arn(1))).isEmpty();
    }

    @Test
    void tellsWhatAStackIsNestedIn() {
        stacks.pages()
                .then(new Page<>(
                        List.of(new StackDescription(
                                arn(1), StackStatus.of("CREATE_COMPLETE"), "arn:of:parent", StackTraits.UNKNOWN)),
                        null));

        StackListing listing = read(mappings(1, 20));

        assertThat(listing.take(arn(1)).map(StackDescription::parentId)).contains("arn:of:parent");
    }

    @Test
    void leavesOutWhatIsInProgressAndPassesByItself() {
        stacks.pages()
                .then(new Page<>(
                        List.of(new StackDescription(
                                arn(1), StackStatus.of("UPDATE_IN_PROGRESS"), null, StackTraits.UNKNOWN)),
                        null));

        StackListing listing = read(mappings(1, 20));

        assertThat(listing.take(arn(1))).isEmpty();
    }

    @Test
    void isNotReadForAFewMappings() {
        read(mappings(1, 4));
        read(List.of());

        assertThat(stacks.calls()).isEmpty();
    }

    @Test
    void isReadNoFurtherThanWhereTheLastWantedStackIs() {
        stacks.pages().then(page("next", mappings(1, 40)));

        read(mappings(1, 40));

        assertThat(stacks.calls()).hasSize(1);
    }

    @Test
    void costsNoMoreThanATenthOfTheCallsThatItIsToSave() {
        stacks.pages().then(page("next", mappings(1, 20)));

        read(mappings(21, 70));

        assertThat(stacks.calls()).hasSize(5);
    }

    @Test
    void goesOnWhileEachPageSavesACall() {
        for (int first = 1; first < 301; first += 20) {
            stacks.pages().then(page("next", mappings(first, first + 19)));
        }

        StackListing listing = read(everyTenth(1, 291));

        assertThat(stacks.calls()).hasSize(15);
        assertThat(listing.take(arn(291))).isPresent();
    }

    @Test
    void endsWhereTheRestMayBeDeleted() {
        stacks.pages().then(page("next", mappings(1, 28))).then(page("next", mappings(101, 200)));

        StackListing listing = read(mappings(1, 30));

        assertThat(stacks.calls()).hasSize(2);
        assertThat(listing.take(arn(28))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsWhatItHasWhereListingIsRefused(boolean isForLackOfAccess) {
        stacks.pages()
                .then(page("next", mappings(1, 15)))
                .thenThrow(isForLackOfAccess ? AwsFailures.accessDenied() : AwsFailures.refused("ValidationError"));

        StackListing listing = read(mappings(1, 30));

        assertThat(listing.take(arn(15))).isPresent();
        assertThat(listing.take(arn(16))).isEmpty();
    }

    @Test
    void endsWhereAwsIsBusyForTooLong() {
        stacks.pages().thenThrow(AwsFailures.throttled());

        assertThatThrownBy(() -> read(mappings(1, 30))).isInstanceOf(AwsBusyException.class);
    }

    private StackListing read(List<StackMapping> wanted) {
        return StackListing.read(Wanted.of(wanted), token -> stacks.livingStacks(arn(1).lane(), token));
    }

    private static Page<StackDescription> page(@Nullable String next, List<StackMapping> mappings) {
        return new Page<>(
                mappings.stream()
                        .map(mapping -> new StackDescription(
                                mapping.stackArn(), StackStatus.of("CREATE_COMPLETE"), null, StackTraits.UNKNOWN))
                        .toList(),
                next);
    }

    private static List<StackMapping> mappings(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        line -> aMapping().onLine(line).ofStack("stack-" + line).build())
                .toList();
    }

    private static List<StackMapping> everyTenth(int from, int to) {
        return mappings(from, to).stream()
                .filter(mapping -> (mapping.line() - from) % 10 == 0)
                .toList();
    }

    private static StackArn arn(int line) {
        return mappings(line, line).get(0).stackArn();
    }
}
