package io.catalogimport.ledger;

import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.Problem;
import io.catalogimport.mapping.StackMapping;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the rows of a mapping file into the ledger, good and bad ones, in batches of the caller's transaction. */
public final class Staging {
    private static final String INSERT = """
            insert into mapping_ledger (run_id, line, raw, fields, stack_arn, product_id, provisioning_artifact_id,
                                        provisioned_product_name, account, lane, state, code, message, syntactic)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (run_id, line) do nothing
            """;

    private final JdbcTemplate jdbc;

    public Staging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds rows, unless a process that shares the run has done so. A row that stands for no mapping is REJECTED for good, with all that is wrong with it. */
    public void add(Run run, List<? extends MappingLine> lines) {
        jdbc.batchUpdate(INSERT, lines, lines.size(), (statement, line) -> bind(statement, run, line));
    }

    private static void bind(PreparedStatement statement, Run run, MappingLine line) throws SQLException {
        Optional<StackMapping> mapping = line.mapping();
        String[] fields = line.columns().values().toArray(String[]::new);
        statement.setLong(1, run.id());
        statement.setInt(2, line.line());
        statement.setString(3, line.raw());
        statement.setArray(4, statement.getConnection().createArrayOf("text", fields));
        statement.setString(5, mapping.map(found -> found.stackArn().toString()).orElse(null));
        statement.setString(6, mapping.map(StackMapping::productId).orElse(null));
        statement.setString(7, mapping.map(StackMapping::provisioningArtifactId).orElse(null));
        statement.setString(8, mapping.map(StackMapping::provisionedProductName).orElse(null));
        statement.setString(9, mapping.map(found -> found.stackArn().account()).orElse(null));
        statement.setString(
                10, mapping.map(found -> found.stackArn().lane().toString()).orElse(null));
        statement.setString(11, (mapping.isPresent() ? MappingState.STAGED : MappingState.REJECTED).name());
        statement.setString(12, mapping.isPresent() ? null : joined(line, ";", Problem::code));
        statement.setString(13, mapping.isPresent() ? null : joined(line, " ", Problem::sentence));
        statement.setBoolean(14, mapping.isEmpty());
    }

    private static String joined(
            MappingLine line, String separator, java.util.function.Function<Problem, String> part) {
        return line.problems().stream().map(part).distinct().collect(Collectors.joining(separator));
    }
}
