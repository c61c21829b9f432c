package io.catalogimport.job.step;

import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * For steps that wait for AWS. Batch wants a transaction around a chunk, and even one of nothing would, with Spring's
 * synchronization, keep the chunk's first database connection until the chunk is over: an import in flight would have
 * one of the pool's few to itself.
 */
final class NoTransaction {
    private NoTransaction() {}

    /** Lets each statement have its connection only for itself. */
    static PlatformTransactionManager manager() {
        ResourcelessTransactionManager manager = new ResourcelessTransactionManager();
        manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return manager;
    }
}
