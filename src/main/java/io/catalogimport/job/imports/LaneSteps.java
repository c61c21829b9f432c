package io.catalogimport.job.imports;

import io.catalogimport.job.lanes.LaneLocks;
import io.catalogimport.job.lanes.LaneRelease;
import io.catalogimport.job.step.AwsSteps;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Makes the steps that follow or import in a unit, one mapping after another. */
final class LaneSteps {
    private final AwsSteps steps;
    private final JobRepository repository;
    private final LaneReaders readers;
    private final StackImportWriter writer;
    private final LaneLocks locks;

    LaneSteps(
            AwsSteps steps,
            JobRepository repository,
            LaneReaders readers,
            StackImportWriter writer,
            LaneLocks importLocks) {
        this.steps = steps;
        this.repository = new SparingJobRepository(repository);
        this.readers = readers;
        this.writer = writer;
        this.locks = importLocks;
    }

    Step following(LaneUnit unit) {
        return step(ImportsConfiguration.FOLLOW, unit, readers.inFlight(unit));
    }

    Step importing(LaneUnit unit) {
        return step(ImportsConfiguration.IMPORT, unit, readers.ready(unit));
    }

    private Step step(String name, LaneUnit unit, ItemReader<LedgerEntry> reader) {
        LaneWriter counted = new LaneWriter(writer);
        return steps.<LedgerEntry, LedgerEntry>chunks(name + ":" + unit.name(), repository, 1)
                .reader(reader)
                .writer(counted)
                .listener(counted)
                .listener(new LaneRelease(unit, locks))
                .build();
    }
}
