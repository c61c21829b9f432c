package io.catalogimport.launch;

import io.catalogimport.aws.Pause;
import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.database.LockHolder;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Runs;
import io.catalogimport.run.HostName;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.RunProgress;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What undo and handover have in common: the database, the run and its locks. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, ChangedRun.class})
class ChangeConfiguration {
    @Bean
    DatabaseDirectory databaseDirectory(ChangeSettings settings) {
        return new DatabaseDirectory(settings.stateDirectory());
    }

    @Bean
    LockHolder thisProcess(ChangeSettings settings) {
        return new LockHolder(
                HostName.ofThisMachine(),
                ProcessHandle.current().pid(),
                settings.file().toString(),
                settings.startedAt());
    }

    @Bean
    LockQueue lockQueue(Clock clock, Pause pause, RunProgress progress, ChangeSettings settings) {
        return new LockQueue(clock, pause, progress, settings.lockWait());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessLocks processLocks(DataSource database, LockHolder thisProcess) {
        return new ProcessLocks(database, thisProcess);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Run run(JdbcClient jdbc, ChangeSettings settings, Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        String place = url.isBlank()
                ? "embedded, in " + settings.stateDirectory().toAbsolutePath().normalize()
                : DatabaseUrl.shown(url);
        return new RunSearch(new Runs(jdbc), place).find(settings.run());
    }
}
