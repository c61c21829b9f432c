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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every row in file order, with what has become of it. */
final class ResultsCsv {
    private static final String FIRST = "line";
    private static final List<String> LAST =
            List.of("state", "code", "message", "record_id", "provisioned_product_id", "started_at", "finished_at");

    /** Added later, so an earlier file may lack them; always at the end. */
    private static final List<String> ADDED = List.of("launch_path", "warnings");

    private static final List<String> OURS =
            Stream.of(List.of(FIRST), LAST, ADDED).flatMap(List::stream).toList();

    private final Rows rows;

    ResultsCsv(Rows rows) {
        this.rows = rows;
    }

    void write(Run run, Writer writer) throws IOException {
        InputColumns input = new InputColumns(run.columns(), OURS, LAST);
        ICSVWriter csv = new CSVWriterBuilder(writer).build();
        csv.writeNext(header(input), false);
        rows.forEach(row -> csv.writeNext(values(row, input), false));
        csv.flush();
        if (csv.checkError()) {
            throw csv.getException();
        }
    }

    private static String[] header(InputColumns input) {
        return Stream.of(List.of(FIRST), input.header(), LAST, ADDED)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static String[] values(LedgerRow row, InputColumns input) {
        List<String> values = new ArrayList<>();
        values.add(Integer.toString(row.line()));
        values.addAll(input.values(row.fields()));
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
