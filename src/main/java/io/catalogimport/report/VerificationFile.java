package io.catalogimport.report;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.catalogimport.ledger.Run;
import io.catalogimport.report.RunSummary.MappingFileSummary;
import io.catalogimport.validation.Finding;
import io.catalogimport.verification.VerifiedRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file {@code verify.csv}: each row that the ledger has as imported, in file order, with how it compares with AWS. */
public final class VerificationFile {
    private static final List<String> FIRST = List.of("line");
    private static final List<String> LAST = List.of(
            "state",
            "code",
            "message",
            "provisioned_product_id",
            "owner",
            "first_update",
            "provisioned_product_status",
            "stack_status");
    private static final List<String> OURS =
            Stream.of(FIRST, LAST).flatMap(List::stream).toList();

    private final Path path;

    /**
     * In the directory that has the other results of the mapping file.
     *
     * @param directory as the user names it
     */
    public VerificationFile(Path directory, MappingFileSummary file) {
        this.path = new ResultsDirectory(directory).of(file).resolve("verify.csv");
    }

    public Path path() {
        return path;
    }

    /** Rows that are handed over one after another, in file order. */
    @FunctionalInterface
    public interface Source {
        void forEach(Consumer<VerifiedRow> consumer);
    }

    /**
     * Writes the file. It is replaced as a whole, and only if all rows are there.
     *
     * @throws ResultsException if it cannot be written
     */
    public void write(Run run, Source rows) {
        String writer = "%d-%x".formatted(ProcessHandle.current().pid(), System.nanoTime());
        AtomicFile.replace(path, writer, out -> write(new InputColumns(run.columns(), OURS, LAST), rows, out));
    }

    private static void write(InputColumns input, Source rows, Writer out) throws IOException {
        ICSVWriter csv = new CSVWriterBuilder(out).build();
        csv.writeNext(
                Stream.of(FIRST, input.header(), LAST).flatMap(List::stream).toArray(String[]::new), false);
        rows.forEach(row -> csv.writeNext(values(row, input), false));
        csv.flush();
        if (csv.checkError()) {
            throw csv.getException();
        }
    }

    private static String[] values(VerifiedRow row, InputColumns input) {
        List<String> values = new ArrayList<>();
        values.add(Integer.toString(row.row().line()));
        values.addAll(input.values(row.row().fields()));
        values.add(row.result().name());
        values.add(row.findings().stream().map(Finding::code).distinct().collect(Collectors.joining(";")));
        values.add(CsvFormula.disarmed(
                row.findings().stream().map(Finding::sentence).collect(Collectors.joining(" "))));
        String seen = row.seen().provisionedProductId();
        values.add(orEmpty(seen == null ? row.row().provisionedProductId() : seen));
        values.add(orEmpty(row.seen().owner()));
        values.add(CsvFormula.disarmed(row.firstUpdate().stream()
                .map(met -> met.code() + ": " + met.sentence())
                .collect(Collectors.joining(" "))));
        values.add(orEmpty(row.seen().productStatus()));
        values.add(orEmpty(row.seen().stackStatus()));
        return values.toArray(String[]::new);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : CsvFormula.disarmed(value);
    }
}
