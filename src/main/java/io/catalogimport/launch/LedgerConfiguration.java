package io.catalogimport.launch;

import io.catalogimport.ledger.BegunImports;
import io.catalogimport.ledger.EarlierReleases;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.HandoverRows;
import io.catalogimport.ledger.ImportHistory;
import io.catalogimport.ledger.ImportWindows;
import io.catalogimport.ledger.LaneHistory;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.OpenExecutions;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.ledger.Staging;
import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.ledger.Workers;
import io.catalogimport.run.RunOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the ledger, and in what scope they look at lanes and names. */
@Configuration(proxyBeanMethods = false)
@Import({
    Staging.class,
    RepeatedMappings.class,
    LookingOver.class,
    EarlierReleases.class,
    LaneQueue.class,
    Ledger.class,
    WorkQueue.class,
    Figures.class,
    HandoverRows.class,
    ImportHistory.class,
    LaneHistory.class,
    ImportWindows.class,
    Starts.class,
    Workers.class,
    OpenExecutions.class,
    Pauses.class
})
class LedgerConfiguration {
    @Bean
    LaneScope laneScope(RunOptions options) {
        return options.lanes().scope();
    }

    @Bean
    NameScope nameScope(RunOptions options) {
        return options.nameScope();
    }

    @Bean
    LaneQueue.Order laneOrder(RunOptions options) {
        return options.lanes().shared() ? LaneQueue.Order.RANDOM : LaneQueue.Order.OF_FILE;
    }

    @Bean
    BegunImports begunImports(JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        // With a stricter level, the count would be that of the moment before the turn was waited for.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return new BegunImports(jdbc, transaction);
    }
}
