package io.catalogimport.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/** Stages files of growing size, each in a JVM of its own with the same small heap, and prints time and memory. */
public final class StagingBenchmark {
    private static final String HEAP = "-Xmx256m";
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);

    private StagingBenchmark() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("staging-benchmark");
        List<StagingMeasurement> measurements = new ArrayList<>();
        for (int rows : SIZES) {
            measurements.add(measure(rows, mappingFile(directory, rows)));
        }
        print(measurements);
    }

    private static Path mappingFile(Path directory, int rows) throws IOException {
        Path file = directory.resolve(rows + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("stack_arn,product_id,provisioning_artifact_id,provisioned_product_name,owner\n");
            for (int row = 0; row < rows; row++) {
                writer.write(String.format(
                        Locale.ROOT,
                        "arn:aws:cloudformation:eu-central-1:111122223333:stack/stack-%d/0d5f1c9e-7a41-4c43-9a35-%012x,"
                                + "prod-queue2wq7xk4e,pa-queuev1t3m9ra,name-%d,\"team, %d\"%n",
                        row,
                        row,
                        row,
                        row % 7));
            }
        }
        return file;
    }

    private static StagingMeasurement measure(int rows, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StagingRun.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("Staging " + rows + " rows failed: " + output);
        }
        try (Scanner figures = new Scanner(output).useLocale(Locale.ROOT)) {
            return new StagingMeasurement(rows, figures.nextDouble(), figures.nextLong(), figures.nextLong());
        }
    }

    private static void print(List<StagingMeasurement> measurements) {
        StagingMeasurement smallest = measurements.get(0);
        System.out.println("Staging a mapping file into the ledger (embedded PostgreSQL, durable; " + HEAP + ")");
        System.out.println("|    rows | seconds |  rows/s | live heap | resident | resident against the smallest |");
        System.out.println("|--------:|--------:|--------:|----------:|---------:|------------------------------:|");
        for (StagingMeasurement measurement : measurements) {
            System.out.printf(
                    Locale.ROOT,
                    "| %,7d | %7.2f | %,7.0f | %5d MiB | %4d MiB | %28.2fx |%n",
                    measurement.rows(),
                    measurement.seconds(),
                    measurement.rows() / measurement.seconds(),
                    measurement.liveHeap() >> 20,
                    measurement.resident() >> 20,
                    (double) measurement.resident() / smallest.resident());
        }
    }

    /**
     * What one size took.
     *
     * @param liveHeap what is in use when the last row is staged, without garbage, in bytes
     * @param resident the process's largest resident size, in bytes; 0 where the system does not tell
     */
    private record StagingMeasurement(int rows, double seconds, long liveHeap, long resident) {}
}
