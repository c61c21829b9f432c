package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.fault.FaultSet;
import io.catalogimport.sandbox.iam.Policy;
import io.catalogimport.sandbox.template.PlainTree;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.NameUniqueness;
import io.catalogimport.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scene for the sandbox: which stacks, products and portfolios there are in which account and region. It is a YAML
 * file, or a directory with a {@code seed.yaml}; templates are named relative to it.
 */
public final class Seed {
    private static final String FILE_IN_DIRECTORY = "seed.yaml";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d");

    /** Each of some hundred thousand stacks has a dozen. */
    private static final int MOST_VALUES = 10_000_000;

    private final SeedNode root;
    private final SeedFiles files;

    private Seed(SeedNode root, SeedFiles files) {
        this.root = root;
        this.files = files;
    }

    public static Seed read(Path fileOrDirectory) {
        Path file = Files.isDirectory(fileOrDirectory) ? fileOrDirectory.resolve(FILE_IN_DIRECTORY) : fileOrDirectory;
        try {
            Object tree = PlainTree.parse(Files.readString(file), MOST_VALUES);
            SeedNode root = new SeedNode(file.toString(), "", tree)
                    .allowing("timings", "nameScope", "faults", "policies", "accounts");
            root.find("timings").ifPresent(timings -> timings.allowing("record", "stack", "create"));
            return new Seed(root, new SeedFiles(file));
        } catch (IOException e) {
            throw new SeedException(file + ": cannot be read");
        } catch (IllegalArgumentException e) {
            throw new SeedException(file + ": " + e.getMessage());
        }
    }

    /** One of the general timings {@code record}, {@code stack} and {@code create}, where the seed has it. */
    public Optional<Duration> timing(String name) {
        return root.find("timings").flatMap(timings -> Optional.ofNullable(timings.duration(name)));
    }

    /** In what a provisioned product's name is unique, where the seed says so. */
    public Optional<NameUniqueness> nameScope() {
        return root.find("nameScope")
                .map(scope -> scope.oneOf(Map.of("region", NameUniqueness.REGION, "account", NameUniqueness.ACCOUNT)));
    }

    /** What is to go wrong from the beginning. */
    public FaultSet faults() {
        return root.find("faults").map(FaultReader::read).orElseGet(FaultSet::none);
    }

    /** What the callers may do. */
    public List<Policy> policies() {
        return root.items("policies").stream()
                .map(node -> {
                    node.allowing("file", "accounts");
                    Set<String> accounts =
                            node.items("accounts").stream().map(SeedNode::text).collect(Collectors.toSet());
                    return PolicyReader.read(files.path(SeededRegion.required(node, "file")), accounts);
                })
                .toList();
    }

    /** Puts everything into the world, as if it had been there before. */
    public void plant(World world, Instant now) {
        for (Map.Entry<String, SeedNode> account :
                root.find("accounts").map(SeedNode::entries).orElse(Map.of()).entrySet()) {
            if (!ACCOUNT.matcher(account.getKey()).matches()) {
                throw account.getValue().wrong("an account is twelve digits");
            }
            for (Map.Entry<String, SeedNode> region :
                    account.getValue().entries().entrySet()) {
                if (!REGION.matcher(region.getKey()).matches()) {
                    throw region.getValue().wrong("this is no region");
                }
                SeedNode contents =
                        region.getValue().allowing("stacks", "products", "portfolios", "provisionedProducts");
                Location location = new Location(account.getKey(), region.getKey());
                new SeededRegion(world, world.at(location), files, now).plant(contents);
            }
        }
    }
}
