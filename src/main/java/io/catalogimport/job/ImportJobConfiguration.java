package io.catalogimport.job;

import io.catalogimport.job.imports.ImportsConfiguration;
import io.catalogimport.job.lanes.LanesConfiguration;
import io.catalogimport.job.report.FreshResults;
import io.catalogimport.job.report.ReportConfiguration;
import io.catalogimport.job.stage.StageConfiguration;
import io.catalogimport.job.step.AwsSteps;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.job.validate.ValidateConfiguration;
import io.catalogimport.report.RunOutcome.Ending;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The flow of the job, which ends as the outcome says. A plan leaves out the steps that follow and import. */
@Configuration(proxyBeanMethods = false)
@Import({
    FirstFailure.class,
    StopPolicy.class,
    AwsSteps.class,
    LanesConfiguration.class,
    StageConfiguration.class,
    ValidateConfiguration.class,
    ImportsConfiguration.class,
    ReportConfiguration.class,
    ReportAfterEarlyEnd.class,
    JobSteps.class
})
public class ImportJobConfiguration {
    /** The job. Stored: renaming it breaks the restart of old runs. */
    public static final String JOB = "catalog-import";

    @Bean
    Job catalogImport(
            JobRepository repository,
            JobSteps steps,
            RunOptions options,
            ReportAfterEarlyEnd report,
            FreshResults fresh) {
        SimpleJobBuilder job =
                new JobBuilder(JOB, repository).listener(report).listener(fresh).start(steps.stageMappings());
        if (options.command() == RunCommand.PLAN) {
            job.next(steps.validateMappings());
        } else {
            job.next(steps.followInFlight()).next(steps.validateMappings()).next(steps.importStacks());
        }
        return ending(job, steps.report());
    }

    private static Job ending(SimpleJobBuilder job, Step report) {
        OutcomeDecider outcome = new OutcomeDecider();
        return job.next(report)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(report)
                .on("*")
                .to(outcome)
                .on(Ending.COMPLETED.name())
                .end()
                .from(outcome)
                .on(Ending.STOPPED.name())
                .stop()
                .from(outcome)
                .on(Ending.FAILED.name())
                .fail()
                .end()
                .build();
    }
}
