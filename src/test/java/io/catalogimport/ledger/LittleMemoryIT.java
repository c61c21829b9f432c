package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.database.PostgresDatabase;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Gives a query as little memory as PostgreSQL allows. Some ten thousand rows then do what a million rows do otherwise: a query of
 * the wrong form compares each row with each other one. That takes minutes. The right form takes a fraction of a second.
 */
class LittleMemoryIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final int ROWS = 40_000;

    private final SingleConnectionDataSource session =
            new SingleConnectionDataSource(DATABASE.jdbcUrl(), "postgres", "", true);
    private final JdbcClient jdbc = JdbcClient.create(session);

    @BeforeEach
    void limitMemory() {
        jdbc.sql("set work_mem = '64kB'; set statement_timeout = '20s'").update();
    }

    @AfterEach
    void close() {
        session.destroy();
    }

    @Test
    void seesWhetherAllWasRefused() {
        Run run = rows("number");
        jdbc.sql("update mapping_ledger set state = 'READY', code = 'THROTTLED'")
                .update();

        assertThat(new Figures(jdbc, LaneScope.ACCOUNT_REGION).allHaveOnly(run, Set.of(FailureKind.THROTTLED)))
                .isTrue();
    }

    @Test
    void rejectsRowsThatContradictOneAnother() {
        Run run = rows("number / 2");

        new RepeatedMappings(jdbc, NameScope.REGION).judge(run, LedgerScene.OPEN);

        assertThat(LedgerScene.figures(DATABASE).counts(run).of(MappingState.REJECTED))
                .isEqualTo(ROWS);
    }

    /**
     * Stages rows with a different name each, and has PostgreSQL count them.
     *
     * @param stack the number of a row's stack and lane, by the {@code number} of the row
     */
    private Run rows(String stack) {
        Run run = LedgerScene.in(DATABASE).run();
        jdbc.sql("""
                        insert into mapping_ledger (run_id, line, raw, fields, stack_arn, product_id, provisioning_artifact_id,
                                                    provisioned_product_name, account, lane, state)
                        select :run, number + 2, '', '{}', 'stack-' || %1$s, 'prod-a', 'pa-a', 'name-' || number,
                               'account', 'lane-' || %1$s, 'STAGED'
                          from generate_series(0, :last) as number
                        """.formatted(stack))
                .param("run", run.id())
                .param("last", ROWS - 1)
                .update();
        new LookingOver(jdbc).countRows();
        return run;
    }
}
