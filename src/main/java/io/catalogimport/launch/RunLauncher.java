package io.catalogimport.launch;

import io.catalogimport.job.report.LaterReport;
import io.catalogimport.job.report.RunReport;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.RunMembership;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.SelectedRows;
import io.catalogimport.run.WorkerName;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Starts the job for the mapping file, or restarts it where it stopped, whatever became of the process before. */
public final class RunLauncher {
    /** The job parameter that identifies a run. Stored. */
    static final String DIGEST = "mapping-file.sha256";

    /** The job parameter that tells apart the workers that share a run. Stored. */
    static final String WORKER = "worker";

    private final RunContext context;
    private final RunMembership membership;
    private final JobExecutions executions;
    private final RunReport report;
    private final LaterReport later;
    private final RunStanding standing;
    private final SelectedRows selected;

    RunLauncher(
            RunContext context,
            RunMembership membership,
            JobExecutions executions,
            RunReport report,
            LaterReport later,
            RunStanding standing,
            SelectedRows selected) {
        this.context = context;
        this.membership = membership;
        this.executions = executions;
        this.report = report;
        this.later = later;
        this.standing = standing;
        this.selected = selected;
    }

    /** The lock that a process holds while it works on an execution with these parameters. */
    static String lockName(JobParameters parameters) {
        String digest = String.valueOf(parameters.getString(DIGEST));
        String worker = parameters.getString(WORKER);
        return worker == null ? LockNames.run(digest) : LockNames.worker(digest, worker);
    }

    /**
     * Runs until the job ends.
     *
     * @throws LockedException if another process works on the same content
     */
    public RunResult run() throws JobExecutionException {
        membership.enter();
        JobParameters parameters = parameters();
        if (executions.recover(parameters)) {
            context.progress().recovered(standing.rows());
        }
        executions.recoverOthers(provenDead());
        Optional<JobExecution> completed = executions.completed(parameters);
        boolean isToImportAgain = context.options().again() && standing.rows().of(MappingState.RELEASED) > 0;
        if (isToImportAgain) {
            completed.ifPresent(executions::reopen);
        } else if (completed.isPresent()) {
            selected.requireThatTheyExist();
            return standing.after(report.write(completed.get()));
        }
        // Workers that come when all is done have nothing to do, not even to read the file.
        if (isShared() && standing.isDone() && !isToImportAgain) {
            selected.requireThatTheyExist();
            return standing.after(report.write(context.options().startedAt()));
        }
        JobExecution execution = executions.start(parameters);
        if (isShared()) {
            // Workers that died meanwhile: nobody may start again to do it.
            executions.recoverOthers(provenDead());
        }
        return standing.after(execution);
    }

    /**
     * Writes the results as the ledger has them now, without running anything. This process must have the run.
     *
     * @return false if the ledger has no rows of this file, so that nothing is written
     */
    public boolean writeResultsAgain() {
        return later.write(context.run(), context.options().file(), false);
    }

    private boolean isShared() {
        return context.options().lanes().shared();
    }

    /** With others that share the run, no process can have it for itself; taking its lock to see that would stop them. */
    private String provenDead() {
        return isShared() ? LockNames.run(context.run().digest()) : "";
    }

    /** The file's content identifies the run; where it lay and what was asked for is only kept for people to see. */
    private JobParameters parameters() {
        RunOptions options = context.options();
        JobParametersBuilder parameters = new JobParametersBuilder();
        if (isShared()) {
            parameters.addString(WORKER, WorkerName.ofThisProcess(options).text());
        }
        return parameters
                .addString(DIGEST, context.run().digest())
                .addString("mapping-file", options.file().path().toString(), false)
                .addString("command", options.command().name().toLowerCase(Locale.ROOT), false)
                .addString("started-at", context.now().toString(), false)
                .addString("lanes", Integer.toString(options.lanes().parallel()), false)
                .addString("lane-scope", options.lanes().scope().name(), false)
                .toJobParameters();
    }
}
