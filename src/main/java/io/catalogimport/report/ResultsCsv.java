package io.catalogimport.report;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Warning;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every row in file order, with what has become of it. */
final class ResultsCsv {
    private static final String FIRST = "line";
    private static final List<String> LAST =
            List.of("state", "code", "message", "record_id", "provisioned_product_id", "started_at", "finished_at");

    /** Added later, so an earlier file may lack them; always at the end. */
    private static final List<String> ADDED = List.of("launch_path", "warnings");

    private final Rows rows;

    ResultsCsv(Rows rows) {
        this.rows = rows;
    }

    void write(Run run, Writer writer) throws IOException {
        int[] carried = carriedColumns(run);
        ICSVWriter csv = new CSVWriterBuilder(writer).build();
        csv.writeNext(header(run, carried), false);
        rows.forEach(row -> csv.writeNext(values(row, carried), false));
        csv.flush();
        if (csv.checkError()) {
            throw csv.getException();
        }
    }

    /** An earlier results.csv may be fed in again: its columns of our names are not carried along. */
    private static int[] carriedColumns(Run run) {
        boolean isResultsAgain =
                LAST.stream().allMatch(name -> run.columns().stream().anyMatch(name::equalsIgnoreCase));
        return IntStream.range(0, run.columns().size())
                .filter(column -> !isResultsAgain || !isOurs(run.columns().get(column)))
                .toArray();
    }

    /** No name may stand twice in the header. */
    private static String carriedName(String column) {
        return CsvFormula.disarmed(isOurs(column) ? "input_" + column : column);
    }

    private static boolean isOurs(String column) {
        return column.equalsIgnoreCase(FIRST)
                || Stream.concat(LAST.stream(), ADDED.stream()).anyMatch(column::equalsIgnoreCase);
    }

    private static String[] header(Run run, int[] carried) {
        List<String> header = new ArrayList<>();
        header.add(FIRST);
        for (int column : carried) {
            header.add(carriedName(run.columns().get(column)));
        }
        header.addAll(LAST);
        header.addAll(ADDED);
        return header.toArray(String[]::new);
    }

    private static String[] values(LedgerRow row, int[] carried) {
        List<String> values = new ArrayList<>();
        values.add(Integer.toString(row.line()));
        for (int column : carried) {
            values.add(
                    column < row.fields().size()
                            ? CsvFormula.disarmed(row.fields().get(column))
                            : "");
        }
        values.add(row.state().name());
        values.add(row.remark().code());
        values.add(CsvFormula.disarmed(row.remark().message()));
        values.add(orEmpty(row.recordId()));
        values.add(orEmpty(row.provisionedProductId()));
        values.add(time(row.startedAt()));
        values.add(time(row.finishedAt()));
        values.add(orEmpty(row.launchPath()));
        values.add(CsvFormula.disarmed(
                row.warnings().stream().map(Warning::toString).collect(Collectors.joining(" "))));
        return values.toArray(String[]::new);
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
