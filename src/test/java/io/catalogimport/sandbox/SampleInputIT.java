package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import io.catalogimport.sandbox.seed.FaultReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.ServiceCatalogException;

/** The sample mapping file tells the story that its README promises. */
class SampleInputIT {
    private static final Path SAMPLE = Path.of("sample-input");

    private final SettableClock clock = new SettableClock();

    @Test
    void eachRowEndsAsTheReadmeSays() throws IOException, CsvException {
        Map<String, String> outcomes = new LinkedHashMap<>();
        try (Sandbox sandbox = Sandbox.builder()
                        .seed(SAMPLE.resolve("sandbox"))
                        .clock(clock)
                        .start();
                ServiceCatalogClient catalog = catalog(sandbox.endpoint())) {
            for (String[] row : rows()) {
                outcomes.put(row[0].replaceAll(".*:stack/|/.*", ""), importRow(catalog, row));
                clock.advance(Duration.ofSeconds(3));
            }
        }

        assertThat(outcomes)
                .containsExactly(
                        Map.entry("shop-orders-queue", "CREATED"),
                        Map.entry("shop-invoices-queue", "CREATED"),
                        Map.entry("shop-invoice-archive", "CREATED"),
                        Map.entry("shop-basket-table", "CREATED"),
                        Map.entry("data-landing-bucket", "CREATED"),
                        Map.entry("data-events-topic", "CREATED"),
                        Map.entry("network-prod", "CREATED"),
                        Map.entry("network-prod-endpoints", "InvalidParametersException"),
                        Map.entry("shop-returns-queue", "InvalidParametersException"),
                        Map.entry("data-export-bucket", "InvalidStateException"),
                        Map.entry("data-audit-topic", "DuplicateResourceException"),
                        Map.entry("shop-wishlist-queue", "3 fields"));
    }

    @Test
    void eachRowOfTheLanesIsAStackOfTheirScene() throws IOException {
        Set<String> outcomes = new HashSet<>();
        Map<String, Integer> lanes = new TreeMap<>();
        try (Sandbox sandbox = Sandbox.builder()
                .seed(SAMPLE.resolve("sandbox/lanes.yaml"))
                .clock(clock)
                .start()) {
            for (String row : Files.readAllLines(SAMPLE.resolve("lanes.csv")).subList(1, 19)) {
                String[] arn = row.split(":", -1);
                lanes.merge(arn[4] + "/" + arn[3], 1, Integer::sum);
                try (ServiceCatalogClient catalog = catalog(sandbox.endpoint(), arn[4], Region.of(arn[3]))) {
                    outcomes.add(importRow(catalog, (row + ",").split(",", -1)));
                }
                clock.advance(Duration.ofMinutes(1));
            }
        }

        assertThat(outcomes).containsExactly("CREATED");
        assertThat(lanes).hasSize(6).allSatisfy((lane, rows) -> assertThat(rows).isEqualTo(3));
    }

    @Test
    void theSampleFaultsCanBeRead() {
        assertThat(FaultReader.read(SAMPLE.resolve("sandbox/faults.yaml")).hits())
                .hasSize(6);
    }

    @Test
    void theFaultsThatTheReadmeShowsCanBeRead() throws IOException {
        List<String> examples = Pattern.compile("(?s)```\n(calls:.*?)```")
                .matcher(Files.readString(SAMPLE.resolve("README.md")))
                .results()
                .map(example -> example.group(1))
                .toList();

        assertThat(examples).isNotEmpty().allSatisfy(example -> assertThat(
                        FaultReader.read("README.md", example).hits())
                .isNotEmpty());
    }

    private static String importRow(ServiceCatalogClient catalog, String[] row) {
        if (row.length != 5) {
            return row.length + " fields";
        }
        try {
            return catalog.importAsProvisionedProduct(request -> request.physicalId(row[0])
                            .productId(row[1])
                            .provisioningArtifactId(row[2])
                            .provisionedProductName(row[3]))
                    .recordDetail()
                    .statusAsString();
        } catch (ServiceCatalogException e) {
            return e.awsErrorDetails().errorCode();
        }
    }

    private static List<String[]> rows() throws IOException, CsvException {
        try (Reader file = Files.newBufferedReader(SAMPLE.resolve("mappings.csv"));
                CSVReader csv = new CSVReader(file)) {
            csv.skip(1);
            return csv.readAll();
        }
    }

    private static ServiceCatalogClient catalog(URI endpoint) {
        return catalog(endpoint, "sandbox", Region.EU_CENTRAL_1);
    }

    private static ServiceCatalogClient catalog(URI endpoint, String accessKey, Region region) {
        return ServiceCatalogClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(Scene.credentials(accessKey)))
                .build();
    }
}
