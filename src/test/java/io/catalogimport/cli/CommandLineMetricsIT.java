package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineMetricsIT {
    @TempDir
    private Path root = Path.of("");

    @Test
    void leavesAMetricsFileAndIsNotDisturbedByAReceiverThatIsAway() {
        try (var scene = new CommandLineScene(root, stack("orders"), stack("invoices"))) {
            scene.set("MANAGEMENT_OTLP_METRICS_EXPORT_URL", "http://127.0.0.1:1/v1/metrics");

            Program.Ended ended = scene.run("import", "mappings.csv", "--metrics-file", "import.prom");

            assertThat(ended.exitCode()).isZero();
            assertThat(scene.read("import.prom"))
                    .contains(
                            "catalog_import_rows{command=\"import\",file=\"mappings.csv\",state=\"IMPORTED\"} 2.0",
                            "catalog_import_imports_seconds_count{command=\"import\",file=\"mappings.csv\",outcome=\"imported\"} 2",
                            "catalog_import_turnaround_seconds_count{command=\"import\",file=\"mappings.csv\"} 1",
                            "operation=\"ImportAsProvisionedProduct\",result=\"success\",service=\"Service Catalog\"} 2",
                            "catalog_import_last_success_timestamp_seconds{command=\"import\",file=\"mappings.csv\"}");
        }
    }
}
