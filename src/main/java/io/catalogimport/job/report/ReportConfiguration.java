package io.catalogimport.job.report;

import io.catalogimport.job.step.FirstFailure;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The step that writes the results. */
@Configuration(proxyBeanMethods = false)
@Import({RunInspection.class, RunReport.class, LaterReport.class, ReportTasklet.class, FreshResults.class})
public class ReportConfiguration {
    /** The step. Stored: renaming it breaks the restart of old runs. */
    public static final String STEP = "report";

    @Bean(STEP)
    Step report(JobRepository repository, ReportTasklet tasklet, FirstFailure failure) {
        return new StepBuilder(STEP, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }
}
