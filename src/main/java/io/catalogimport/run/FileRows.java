package io.catalogimport.run;

import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Warning;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.mapping.UnusableMappingFileException;
import io.catalogimport.report.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are not in the ledger, such as those that a stop or an error kept from being staged. */
public final class FileRows implements Rows {
    private final MappingFile file;

    public FileRows(RunOptions options) {
        this.file = options.file();
    }

    /** Hands over none where the file was replaced: its rows are no longer there, and others are another run's. */
    @Override
    public void forEach(Consumer<LedgerRow> consumer) throws IOException {
        try {
            // Only the end of the file tells.
            read(line -> {});
        } catch (UnusableMappingFileException | NoSuchFileException e) {
            return;
        }
        read(line -> consumer.accept(notStaged(line)));
    }

    /** The stack of the row that begins on this line; empty where no row begins, or one that stands for no mapping. */
    public Optional<StackArn> stackOn(int number) {
        try (MappingLines lines = file.lines()) {
            @Nullable MappingLine line = lines.next();
            while (line != null && line.line() < number) {
                line = lines.next();
            }
            return Optional.ofNullable(line)
                    .filter(found -> found.line() == number)
                    .flatMap(MappingLine::mapping)
                    .map(StackMapping::stackArn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Consumer<MappingLine> consumer) throws IOException {
        try (MappingLines lines = file.lines()) {
            @Nullable MappingLine line = lines.next();
            while (line != null) {
                consumer.accept(line);
                line = lines.next();
            }
        }
    }

    private static LedgerRow notStaged(MappingLine line) {
        return new LedgerRow(
                line.line(),
                line.raw(),
                List.copyOf(line.columns().values()),
                MappingState.STAGED,
                Remark.NONE,
                null,
                null,
                null,
                null,
                line.warnings().stream().map(Warning::of).toList(),
                null,
                line.mapping().orElse(null),
                0);
    }
}
