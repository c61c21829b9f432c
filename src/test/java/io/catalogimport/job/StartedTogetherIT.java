package io.catalogimport.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A scheduler starts several files at the same second, on one database. */
class StartedTogetherIT {
    private static final int PROCESSES = 4;

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @Test
    void processesWithDifferentFilesDoNotDisturbEachOther(@TempDir Path root) throws Exception {
        List<JobScene> scenes = scenes(root);
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Future<RunResult>> runs = threads.invokeAll(scenes.stream()
                    .map(scene -> (Callable<RunResult>) scene::run)
                    .toList());

            for (Future<RunResult> run : runs) {
                assertThat(run.get().outcome()).isEqualTo(RunOutcome.PLANNED);
            }
        } finally {
            threads.shutdownNow();
            scenes.forEach(JobScene::close);
        }
    }

    /** Each with the same stacks and another file; all of them see the AWS of the last one. */
    private static List<JobScene> scenes(Path root) throws IOException {
        List<JobScene> scenes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Path directory = Files.createDirectory(root.resolve("process-" + i));
            List<String> stacks = new ArrayList<>();
            for (int j = 0; j < PROCESSES; j++) {
                stacks.add(JobScene.stack("stack-" + j));
            }
            JobScene scene = JobScene.with(DATABASE, directory, stacks.toArray(String[]::new))
                    .maps("stack-" + i);
            scene.command = RunCommand.PLAN;
            scenes.add(scene);
        }
        return scenes;
    }
}
