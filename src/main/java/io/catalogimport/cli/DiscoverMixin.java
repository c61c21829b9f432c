package io.catalogimport.cli;

import io.catalogimport.discovery.NamePattern;
import io.catalogimport.discovery.ProductFilter;
import io.catalogimport.discovery.StackFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** What discover looks for, as the user says it. */
final class DiscoverMixin {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--account",
            paramLabel = "ID",
            split = ",",
            description = "Account whose stacks are looked at; may be repeated (default: the caller's own).")
    private List<String> accounts = List.of();

    @Option(
            names = "--accounts-file",
            paramLabel = "FILE",
            description = "File with an account on each line. Blank lines, and what follows a #, are ignored.")
    private @Nullable Path accountsFile;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            description = "Region in each account; may be repeated (default: that of your AWS settings).")
    private List<String> regions = List.of();

    @Option(
            names = "--stack",
            paramLabel = "GLOB",
            description = "Only stacks with such a name, as in 'shop-*'; may be repeated (default: all).")
    private List<String> stacks = List.of();

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "Only stacks with this tag; may be repeated, and all must fit (default: all).")
    private Map<String, String> tags = new LinkedHashMap<>();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only stacks in this status, such as UPDATE_COMPLETE; may be repeated (default: all).")
    private List<String> statuses = List.of();

    @Option(
            names = "--product",
            paramLabel = "NAME|ID",
            description = "Propose this product only; may be repeated (default: all that you can launch).")
    private List<String> products = List.of();

    @Option(
            names = "--portfolio",
            paramLabel = "NAME",
            description = "Propose products of this portfolio only; may be repeated (default: all).")
    private List<String> portfolios = List.of();

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            defaultValue = "{stack}",
            converter = PatternConverter.class,
            description = "Names of the provisioned products, with {stack}, {account}, {region} and {product} in the"
                    + " places of what they say (default: ${DEFAULT-VALUE}).")
    private NamePattern names = NamePattern.STACK;

    /** Reads how names are made. */
    static final class PatternConverter implements ITypeConverter<NamePattern> {
        @Override
        public NamePattern convert(String text) {
            try {
                return new NamePattern(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** @throws IOException if the file of accounts cannot be read */
    List<String> accounts() throws IOException {
        List<String> all = new ArrayList<>(accounts);
        if (accountsFile != null) {
            for (String line : Files.readAllLines(accountsFile)) {
                String account = line.replaceFirst("#.*", "").strip();
                if (!account.isEmpty()) {
                    all.add(account);
                }
            }
            if (all.isEmpty()) {
                throw wrong("--accounts-file " + accountsFile + " names no account");
            }
        }
        for (String account : all) {
            if (!account.matches("\\d{12}")) {
                throw wrong("'" + account + "' is not an account: give its twelve digits");
            }
        }
        return all;
    }

    List<String> regions() {
        for (String region : regions) {
            if (!region.matches("[a-z]{2,}(-[a-z]+)+-\\d+")) {
                throw wrong("'" + region + "' is not a region such as eu-central-1");
            }
        }
        return regions;
    }

    StackFilter stacks() {
        return new StackFilter(stacks, tags, Set.copyOf(statuses));
    }

    ProductFilter products() {
        return new ProductFilter(Set.copyOf(products), Set.copyOf(portfolios));
    }

    NamePattern names() {
        return names;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }
}
