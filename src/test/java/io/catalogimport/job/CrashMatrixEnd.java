package io.catalogimport.job;

import io.catalogimport.sandbox.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a run has left the world, without what differs from run to run: times, ids, the sandbox's port. The rest must
 * be the same for any number of deaths.
 *
 * @param ledger state, code, attempt and token of every row, and whether its record is one that an import made
 * @param imports the names of the stacks whose import took effect, in that order, once for each record
 * @param refusals the codes that imports were refused with
 * @param unended executions of the job and of its steps that look as if they were running
 * @param last status of the job's last execution
 */
record CrashMatrixEnd(
        List<String> ledger,
        String results,
        String remaining,
        List<String> imports,
        List<String> refusals,
        List<String> unended,
        String last) {

    static CrashMatrixEnd of(JobScene scene) throws IOException {
        Map<String, String> names = namesByRecord(scene);
        return new CrashMatrixEnd(
                ledger(scene, names),
                text(scene.results().resolve("results.csv")),
                text(scene.results().resolve("remaining.csv")),
                List.copyOf(names.values()),
                imports(scene).stream()
                        .map(Call::errorCode)
                        .filter(Objects::nonNull)
                        .toList(),
                scene.database().jdbc().sql("""
                        select 'job ' || status from batch_job_execution
                         where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') or end_time is null
                        union all
                        select step_name || ' ' || status from batch_step_execution
                         where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') or end_time is null
                        """).query(String.class).list(),
                scene.executions().get(scene.executions().size() - 1));
    }

    private static List<String> ledger(JobScene scene, Map<String, String> names) {
        return scene.database()
                .jdbc()
                .sql(
                        "select line, state, code, attempt, idempotency_token, record_id from mapping_ledger order by line")
                .query((row, number) -> String.join(
                        " ",
                        row.getString("line"),
                        row.getString("state"),
                        row.getString("code"),
                        row.getString("attempt"),
                        row.getString("idempotency_token"),
                        String.valueOf(names.get(String.valueOf(row.getString("record_id"))))))
                .list();
    }

    /** Records in the order in which imports made them; asked for again with its token, an import has the same one. */
    private static Map<String, String> namesByRecord(JobScene scene) {
        Map<String, String> names = new LinkedHashMap<>();
        imports(scene).stream()
                .filter(call -> call.recordId() != null)
                .forEach(call -> names.putIfAbsent(
                        Objects.requireNonNull(call.recordId()),
                        call.parameters().get("ProvisionedProductName")));
        return names;
    }

    private static List<Call> imports(JobScene scene) {
        return scene.calls().stream()
                .filter(call -> call.operation().equals("ImportAsProvisionedProduct"))
                .toList();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("\\b(rec|pp)-\\w+", "$1")
                .replaceAll("\\b20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z", "time")
                .replaceAll("127.0.0.1:\\d+", "sandbox")
                .replaceAll("request id [\\w-]+", "request id");
    }
}
