package io.catalogimport.job.stage;

import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.Staging.Source;
import io.catalogimport.ledger.Starts.Preparation;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole mapping file in one transaction. Only the end of the file shows whether it is still the file of the run, so
 * a file that was changed undoes everything, and so does a stop.
 */
final class FileTransaction {
    private final RunOptions options;
    private final TransactionTemplate transaction;
    private final PreparationTurn turn;
    private final StopPolicy stop;

    FileTransaction(RunOptions options, TransactionTemplate stagingTransaction, PreparationTurn turn, StopPolicy stop) {
        this.options = options;
        this.transaction = stagingTransaction;
        this.turn = turn;
        this.stop = stop;
    }

    /** What is done with the rows. */
    @FunctionalInterface
    interface Work {
        void on(Source rows) throws IOException;
    }

    /**
     * Hands over the rows, and writes down that the file was read.
     *
     * @throws io.catalogimport.mapping.UnusableMappingFileException if the file was changed
     */
    void read(Work work) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                handOver(work);
                if (stop.isToStop()) {
                    status.setRollbackOnly();
                } else {
                    turn.done(Preparation.FILE_READ);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void handOver(Work work) {
        try (MappingLines lines = options.file().lines()) {
            work.on(() -> stop.isToStop() ? null : lines.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
