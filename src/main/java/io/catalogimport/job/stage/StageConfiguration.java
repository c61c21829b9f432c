package io.catalogimport.job.stage;

import io.catalogimport.job.step.FirstFailure;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The step that stages the mapping file. */
@Configuration(proxyBeanMethods = false)
@Import({FileTransaction.class, StagingTasklet.class})
public class StageConfiguration {
    /** The step. Stored: renaming it breaks the restart of old runs. */
    public static final String STEP = "stageMappings";

    @Bean(STEP)
    Step stageMappings(JobRepository repository, StagingTasklet tasklet, FirstFailure failure) {
        return new StepBuilder(STEP, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    /** Not the step's own transaction: what was read of a replaced file can be undone, and the step still go on. */
    @Bean
    TransactionTemplate stagingTransaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
