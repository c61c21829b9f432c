package io.catalogimport.chaos;

import io.catalogimport.cli.SceneStack;
import java.util.List;
import java.util.Map;

/**
 * What can be seen when all is over.
 *
 * @param stacks in file order
 * @param submissions in the order in which AWS met them
 * @param records of all imports that AWS took, by id
 * @param results the rows of results.csv
 * @param executions how Batch says that the starts of the job have ended, the first start first
 * @param stepExecutions likewise, of the steps
 */
record Evidence(
        List<SceneStack> stacks,
        List<Submission> submissions,
        Map<String, ImportRecord> records,
        List<Map<String, String>> results,
        List<String> executions,
        List<String> stepExecutions) {}
