package io.catalogimport.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what validation found of many mappings with one statement, which commits for itself. A statement for each mapping
 * costs the database more than all the rest of validation.
 */
final class Verdicts {
    /**
     * Only where the row is as it was read. A row that is imported already gets the record and the times of its import, from
     * AWS if it is adopted.
     */
    private static final String WRITE = StateList.in("""
            with verdict as (
                select *
                  from unnest(:runs, :lines, :expected, :next, :codes, :messages, :stacks, :products,
                              :times, :checks, :warnings, :paths, :statuses, :products_found, :artifacts_found, :differences,
                              :attempts, :tokens, :records, :started, :finished)
                    as verdict (run_id, line, expected, next, code, message, stack, product,
                                at, checked_with, warnings, path, stack_status, product_found, artifact_found, difference,
                                attempt, token, record, started, finished)
            )
            update mapping_ledger as entry
               set state = verdict.next,
                   code = nullif(verdict.code, ''), message = nullif(verdict.message, ''),
                   attempt = greatest(entry.attempt, verdict.attempt),
                   idempotency_token = coalesce(verdict.token, entry.idempotency_token),
                   record_id = coalesce(verdict.record, made.record_id, entry.record_id),
                   provisioned_product_id = coalesce(verdict.product, entry.provisioned_product_id),
                   started_at = coalesce(cast(verdict.started as timestamptz),
                                         case when made.record_id is null then entry.started_at else made.started_at end),
                   finished_at = coalesce(cast(verdict.finished as timestamptz), made.finished_at),
                   validated_at = cast(verdict.at as timestamptz), validated_with = verdict.checked_with,
                   warnings = cast(verdict.warnings as jsonb),
                   launch_path = verdict.path, stack_status = verdict.stack_status,
                   template_difference = verdict.difference,
                   resolved_product_id = case when entry.product_id is null then verdict.product_found end,
                   resolved_artifact_id =
                       case when entry.provisioning_artifact_id is null then verdict.artifact_found end,
                   reopened_from = case when verdict.next = 'READY' then entry.reopened_from end
              from verdict
              left join lateral (
                       select record_id, started_at, finished_at
                         from mapping_ledger as past
                        where past.stack_arn = verdict.stack and past.provisioned_product_id = verdict.product
                          and past.state in {done} and past.record_id is not null
                        order by past.state = 'IMPORTED' desc, past.finished_at desc nulls last
                        limit 1) as made on true
             where entry.run_id = verdict.run_id and entry.line = verdict.line and entry.state = verdict.expected
            returning entry.line
            """);

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes them.
     *
     * @throws LedgerConflictException if rows are no longer as they were read; the other verdicts are written all the same
     */
    void write(List<Judged> judged) {
        judged.forEach(each -> each.entry().requireMayBecome(each.found()));
        if (judged.isEmpty()) {
            return;
        }
        Set<Integer> written = new HashSet<>(jdbc.sql(WRITE)
                .param("runs", judged.stream().map(each -> each.entry().runId()).toArray(Long[]::new))
                .param("lines", judged.stream().map(each -> each.entry().line()).toArray(Integer[]::new))
                .param("expected", texts(judged, each -> each.entry().state().name()))
                .param("next", texts(judged, each -> each.found().name()))
                .param("codes", texts(judged, each -> each.remark().code()))
                .param("messages", texts(judged, each -> each.remark().message()))
                .param(
                        "stacks",
                        texts(judged, each -> each.entry().mapping().stackArn().toString()))
                .param("products", texts(judged, Judged::provisionedProductId))
                .param("times", texts(judged, each -> each.validation().at().toString()))
                .param("checks", texts(judged, each -> each.validation().check()))
                .param(
                        "warnings",
                        texts(
                                judged,
                                each -> WarningColumn.write(
                                        each.validation().seen().warnings())))
                .param("paths", texts(judged, each -> each.validation().seen().launchPath()))
                .param(
                        "statuses",
                        texts(judged, each -> each.validation().seen().stackStatus()))
                .param(
                        "differences",
                        texts(judged, each -> each.validation().seen().difference()))
                .param(
                        "products_found",
                        texts(judged, each -> found(each.validation().seen().productId())))
                .param(
                        "artifacts_found",
                        texts(judged, each -> found(each.validation().seen().provisioningArtifactId())))
                .param("attempts", judged.stream().map(Verdicts::attempt).toArray(Integer[]::new))
                .param("tokens", texts(judged, each -> ofAttempt(each, Attempt::idempotencyToken)))
                .param("records", texts(judged, each -> ofAttempt(each, Attempt::recordId)))
                .param("started", texts(judged, each -> text(ofAttempt(each, Attempt::startedAt))))
                .param(
                        "finished",
                        texts(
                                judged,
                                each -> each.adopted() == null
                                        ? null
                                        : text(each.adopted().finishedAt())))
                .query(Integer.class)
                .list());
        List<Judged> moved = judged.stream()
                .filter(each -> !written.contains(each.entry().line()))
                .toList();
        if (!moved.isEmpty()) {
            throw new LedgerConflictException(moved);
        }
    }

    private static @Nullable Integer attempt(Judged judged) {
        return ofAttempt(judged, Attempt::number);
    }

    private static <T> @Nullable T ofAttempt(Judged judged, Function<Attempt, @Nullable T> column) {
        return judged.adopted() == null ? null : column.apply(judged.adopted().attempt());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String found(String id) {
        return id.isEmpty() ? null : id;
    }

    private static @Nullable String[] texts(List<Judged> judged, Function<Judged, @Nullable String> column) {
        return judged.stream().map(column).toArray(String[]::new);
    }
}
