package io.catalogimport.job;

import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Staging;
import io.catalogimport.mapping.MappingLine;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes rows into the ledger, in the transaction in which the reader's place in the file is saved. */
final class StagingWriter implements ItemWriter<MappingLine> {
    private final Staging staging;
    private final Run run;

    StagingWriter(Staging staging, Run run) {
        this.staging = staging;
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends MappingLine> chunk) {
        if (!chunk.isEmpty()) {
            staging.add(run, chunk.getItems());
        }
    }
}
