package io.catalogimport.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The rows of a mapping file, read one at a time. Not for use by several threads. */
public final class MappingLines implements Closeable {
    private final MappingFile file;
    private final RowReader rows;
    private final LineSyntax syntax;
    private final MessageDigest digest;
    private boolean atEnd;

    MappingLines(MappingFile file, RowReader rows, LineSyntax syntax, MessageDigest digest) {
        this.file = file;
        this.rows = rows;
        this.syntax = syntax;
        this.digest = digest;
    }

    /**
     * The next row, good or bad; null after the last.
     *
     * @throws UnusableMappingFileException at the end, if the file is no longer the one that was opened
     */
    public @Nullable MappingLine next() throws IOException {
        if (atEnd) {
            return null;
        }
        Row row = rows.next(syntax::mayHaveSeveralLines);
        if (row != null) {
            return syntax.check(row);
        }
        atEnd = true;
        if (!Sha256.finish(digest).equals(file.digest())) {
            throw new UnusableMappingFileException(
                    file.path(), "it was changed while it was read; start again when it is complete");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
