package io.catalogimport.cli;

import io.catalogimport.ledger.LaneScope;
import io.catalogimport.run.LaneOptions;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How lanes are worked on, as the user says it. */
final class LaneMixin {
    /** All lanes at once. */
    static final int AUTO = Integer.MAX_VALUE;

    @Option(
            names = "--lanes",
            paramLabel = "N|auto",
            defaultValue = "1",
            converter = ParallelConverter.class,
            description =
                    "How many lanes this process works on at a time. A lane is an account and region. In each lane, one"
                            + " import runs at a time, in the file's order. 1 is one import at a time over the whole"
                            + " file; auto is all lanes, up to --max-lanes. With --shared, it is per worker: give a"
                            + " number, or the first worker takes every lane (default: ${DEFAULT-VALUE})."
                            + " Example: --lanes 20")
    private int parallel;

    @Option(
            names = "--max-lanes",
            paramLabel = "N",
            defaultValue = "256",
            description = "The most lanes that --lanes auto works on at a time (default: ${DEFAULT-VALUE})."
                    + " Example: --lanes auto --max-lanes 50")
    private int mostLanes;

    @Option(
            names = "--shared",
            description =
                    "Work on the file together with other processes, on this host or others, that run the same command"
                            + " on the same database (SPRING_DATASOURCE_URL). Each takes a free lane, works on it, and"
                            + " takes the next. --limit, --max-failures and --strict hold for all of them together"
                            + " (default: no other process may work on the file)."
                            + " Example, in two terminals: import mappings.csv --shared --lanes 2")
    private boolean shared;

    @Option(
            names = "--lane-scope",
            paramLabel = "account|account-region|run",
            defaultValue = "account-region",
            converter = ScopeConverter.class,
            description = "The scope in which only one import may be in flight (default: ${DEFAULT-VALUE}).")
    private LaneScope scope = LaneScope.ACCOUNT_REGION;

    LaneOptions options() {
        return new LaneOptions(parallel == AUTO ? mostLanes : parallel, scope, shared);
    }

    int most() {
        return mostLanes;
    }

    /** Reads a number of lanes or {@code auto}. */
    static final class ParallelConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equalsIgnoreCase("auto")) {
                return AUTO;
            }
            if (!text.matches("[1-9]\\d{0,4}")) {
                throw new TypeConversionException("'" + text + "' is neither a number of lanes from 1 on nor auto");
            }
            return Integer.valueOf(text);
        }
    }

    /** Reads what a lane is. */
    static final class ScopeConverter implements ITypeConverter<LaneScope> {
        @Override
        public LaneScope convert(String text) {
            return Arrays.stream(LaneScope.values())
                    .filter(scope ->
                            scope.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is none of account, account-region and run"));
        }
    }
}
