package io.catalogimport.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A lane in the sandbox: stacks of one account and region, each with the time that its import takes, and the product
 * that they are all imported as.
 */
record LaneScenery(String account, String region, List<Duration> importTimes) {
    static final String OWN_ACCOUNT = "111122223333";
    static final String PRODUCT = "prod-queue";
    static final String ARTIFACT = "pa-one";

    /** The regions of each account in {@link #many}. */
    static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1", "us-east-2");

    private static final String HEADER = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name\n";

    /** Lanes with equal stacks, four in each account. The lanes of an account follow one another. */
    static List<LaneScenery> many(int lanes, List<Duration> importTimes) {
        return IntStream.range(0, lanes)
                .mapToObj(lane -> new LaneScenery(
                        account(lane / REGIONS.size()), REGIONS.get(lane % REGIONS.size()), importTimes))
                .toList();
    }

    private static String account(int number) {
        return number == 0 ? OWN_ACCOUNT : String.format(Locale.ROOT, "2%011d", number);
    }

    /** Writes what the sandbox is to hold. */
    static void seed(Path directory, List<LaneScenery> lanes) {
        try (BufferedWriter seed = Files.newBufferedWriter(directory.resolve("seed.yaml"))) {
            Files.writeString(directory.resolve("queue.yaml"), "Resources: {Queue: {Type: AWS::SQS::Queue}}\n");
            seed.write("accounts:\n");
            String account = "";
            for (LaneScenery lane : lanes) {
                if (!lane.account.equals(account)) {
                    account = lane.account;
                    seed.write("  \"" + account + "\":\n");
                }
                lane.seed(seed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a mapping file with all stacks, the first ones of all lanes first. */
    static Path mappingFile(Path directory, List<LaneScenery> lanes) {
        Path file = directory.resolve("mappings.csv");
        int longest =
                lanes.stream().mapToInt(lane -> lane.importTimes.size()).max().orElseThrow();
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write(HEADER);
            for (int number = 0; number < longest; number++) {
                for (LaneScenery lane : lanes) {
                    if (number < lane.importTimes.size()) {
                        rows.write("%s,%s,%s,%s%n".formatted(lane.arn(number), PRODUCT, ARTIFACT, lane.name(number)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    String arn(int number) {
        return "arn:aws:cloudformation:%s:%s:stack/%s/%s".formatted(region, account, name(number), id(number));
    }

    /** Of the stack, and of the provisioned product that it becomes: there may be no other in the account. */
    String name(int number) {
        return "stack-" + region + "-" + number;
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "0d5f1c9e-7a41-4c43-9a35-%012x", number);
    }

    private void seed(BufferedWriter seed) throws IOException {
        seed.write("""
                    %s:
                      products:
                        - {name: queue, id: %s, versions: [{name: one, id: %s, template: queue.yaml}]}
                      portfolios:
                        - {name: blocks, products: [queue]}
                      stacks:
                """.formatted(region, PRODUCT, ARTIFACT));
        for (int number = 0; number < importTimes.size(); number++) {
            seed.write("        - {name: %s, id: %s, template: queue.yaml%s}%n"
                    .formatted(name(number), id(number), times(importTimes.get(number))));
        }
    }

    /** Nothing for a stack that is not to be imported: a seed has at most ten million values. */
    private static String times(Duration time) {
        return time.isZero() ? "" : ", import: {record: %1$dms, stack: %1$dms}".formatted(time.toMillis());
    }
}
