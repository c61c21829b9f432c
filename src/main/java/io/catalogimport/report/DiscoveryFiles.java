package io.catalogimport.report;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovered.Proposal;
import io.catalogimport.mapping.MappingFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What discover writes: a mapping file, and the stacks that no mapping is proposed for. */
public final class DiscoveryFiles {
    private final Path mappings;
    private final Path unmatched;

    public DiscoveryFiles(Path mappings, Path unmatched) {
        this.mappings = mappings;
        this.unmatched = unmatched;
    }

    /** The files that are there already. */
    public List<Path> existing() {
        return List.of(mappings, unmatched).stream().filter(Files::exists).toList();
    }

    /** Whether the mapping file has nothing but the header that discover writes, so that it can as well be written again. */
    public boolean isWithoutRows() throws IOException {
        byte[] header = header().getBytes(StandardCharsets.UTF_8);
        return Files.isRegularFile(mappings)
                && Files.size(mappings) == header.length
                && Arrays.equals(Files.readAllBytes(mappings), header);
    }

    private static String header() throws IOException {
        StringWriter text = new StringWriter();
        write(text, List.of(), ProposalColumns.ALL, ProposalColumns::values);
        return text.toString();
    }

    /**
     * Writes both files. Each is replaced as a whole.
     *
     * @throws ResultsException if one cannot be written
     */
    public void write(Discovered discovered) {
        write(discovered.proposals());
        writeUnmatched(discovered);
    }

    /** Writes the mapping file alone. */
    public void write(List<Proposal> proposals) {
        replace(mappings, out -> write(out, proposals, ProposalColumns.ALL, ProposalColumns::values));
    }

    /**
     * Adds the proposals to the mapping file, in its form and with its columns, and replaces the other file.
     *
     * @throws ResultsException if one cannot be written
     */
    public void append(MappingFile existing, Discovered discovered) {
        append(existing, discovered.proposals());
        writeUnmatched(discovered);
    }

    /** Adds the proposals to the mapping file alone. */
    public void append(MappingFile existing, List<Proposal> proposals) {
        if (!proposals.isEmpty()) {
            try {
                String rows = rows(existing, proposals);
                byte[] before = Files.readAllBytes(mappings);
                byte[] added = rows.getBytes(existing.form().charset());
                AtomicFile.replaceBytes(mappings, writer(), out -> {
                    out.write(before);
                    out.write(added);
                });
            } catch (IOException e) {
                throw ResultsException.ofOut(mappings, e);
            } catch (ResultsException e) {
                throw ResultsException.ofOut(mappings, e);
            }
        }
    }

    private String rows(MappingFile existing, List<Proposal> proposals) throws IOException {
        List<String> columns = existing.header();
        StringWriter text = new StringWriter();
        String lineEnd = existing.form().lineEnd();
        if (!endsWithLine(existing)) {
            text.append(lineEnd);
        }
        ICSVWriter csv = new CSVWriterBuilder(text)
                .withSeparator(existing.separator())
                .withLineEnd(lineEnd)
                .build();
        proposals.forEach(proposal -> csv.writeNext(ofColumns(columns, ProposalColumns.byName(proposal)), false));
        csv.flush();
        return text.toString();
    }

    private static String[] ofColumns(List<String> columns, Map<String, String> values) {
        return columns.stream()
                .map(column -> values.getOrDefault(column.toLowerCase(Locale.ROOT), ""))
                .toArray(String[]::new);
    }

    private static boolean endsWithLine(MappingFile file) throws IOException {
        String text = Files.readString(file.path(), file.form().charset());
        return text.endsWith("\n") || text.endsWith("\r");
    }

    private void writeUnmatched(Discovered discovered) {
        replace(unmatched, out -> write(out, discovered.unmatched(), UnmatchedColumns.ALL, UnmatchedColumns::values));
    }

    private static <T> void write(Writer out, List<T> rows, List<String> header, Values<T> values) throws IOException {
        ICSVWriter csv = new CSVWriterBuilder(out).build();
        csv.writeNext(header.toArray(String[]::new), false);
        rows.forEach(row ->
                csv.writeNext(values.of(row).stream().map(CsvFormula::disarmed).toArray(String[]::new), false));
        csv.flush();
        if (csv.checkError()) {
            throw csv.getException();
        }
    }

    /** The values of a row, in the order of the columns. */
    @FunctionalInterface
    private interface Values<T> {
        List<String> of(T row);
    }

    private static void replace(Path file, AtomicFile.Content content) {
        try {
            AtomicFile.replace(file, writer(), content);
        } catch (ResultsException e) {
            throw ResultsException.ofOut(file, e);
        }
    }

    private static String writer() {
        return String.valueOf(ProcessHandle.current().pid());
    }
}
