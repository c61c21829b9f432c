package io.catalogimport.cli;

import io.catalogimport.job.LaneOptions;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Shard;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How lanes are worked on, as the user says it. */
final class LaneMixin {
    @Option(
            names = "--lanes",
            paramLabel = "N|auto",
            defaultValue = "1",
            converter = ParallelConverter.class,
            description =
                    "How many lanes (an account and region each) go on side by side, each in the file's order; 1 is"
                            + " one import at a time over the whole file, auto all lanes at once (default: ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--lane-scope",
            paramLabel = "account|account-region|run",
            defaultValue = "account-region",
            converter = ScopeConverter.class,
            description = "The scope in which only one import may be in flight (default: ${DEFAULT-VALUE}).")
    private LaneScope scope = LaneScope.ACCOUNT_REGION;

    @Option(
            names = "--shard",
            paramLabel = "[i]/N",
            converter = ShardConverter.class,
            description =
                    "Work on the i-th of N parts of the lanes, from 0 on, beside N-1 other processes with the same"
                            + " file and database. Without i, JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX says it.")
    private Shard shard = Shard.WHOLE;

    LaneOptions options() {
        return new LaneOptions(parallel, scope, shard);
    }

    /** Reads a number of lanes or {@code auto}. */
    static final class ParallelConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equalsIgnoreCase("auto")) {
                return LaneOptions.AUTO;
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

    /** Reads {@code i/N}, or {@code /N} where an engine that numbers its processes tells the rest. */
    static final class ShardConverter implements ITypeConverter<Shard> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,5})?/(\\d{1,5})");

        private final Map<String, String> environment;

        ShardConverter() {
            this(System.getenv());
        }

        ShardConverter(Map<String, String> environment) {
            this.environment = environment;
        }

        @Override
        public Shard convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is not a shard such as 0/4 or /4");
            }
            String index = Optional.ofNullable(form.group(1))
                    .or(this::indexOfThisProcess)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' names no shard, and neither"
                            + " JOB_COMPLETION_INDEX nor AWS_BATCH_JOB_ARRAY_INDEX is set"));
            try {
                return new Shard(Integer.parseInt(index), Integer.parseInt(form.group(2)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }

        private Optional<String> indexOfThisProcess() {
            return Stream.of("JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX")
                    .map(environment::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }
}
