package io.catalogimport.job;

import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Reads the rows of the mapping file; after a restart it goes on behind the last row that was staged. */
final class MappingLineReader extends AbstractItemCountingItemStreamItemReader<MappingLine> {
    private final MappingFile file;
    private @Nullable MappingLines lines;

    MappingLineReader(MappingFile file) {
        this.file = file;
        setName("mapping-lines");
    }

    @Override
    protected void doOpen() throws IOException {
        lines = file.lines();
    }

    @Override
    protected @Nullable MappingLine doRead() throws IOException {
        return lines == null ? null : lines.next();
    }

    @Override
    protected void doClose() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
