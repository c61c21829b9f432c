package io.catalogimport.ledger;

import io.catalogimport.aws.StackArn;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.Problem;
import io.catalogimport.mapping.StackMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the rows of a mapping file into the ledger, good and bad ones, in the caller's transaction. At later starts it brings the ledger up to what the program reads in the same file now, because another version may judge it otherwise.
 */
public final class Staging {
    private static final String COPY = """
            copy mapping_ledger (raw, fields, stack_arn, product_id, provisioning_artifact_id, provisioned_product_name,
                                 product_name, artifact_name, account, lane, state, code, message, syntactic, reading_warnings, run_id, line)
            from stdin
            """;

    private static final String KNOWN = """
            select line, code, message, stack_arn, product_id, provisioning_artifact_id, provisioned_product_name,
                   product_name, artifact_name, reading_warnings
              from mapping_ledger
             where run_id = ? and line between ? and ?
            """;

    /** A row in an open state, which is neither done nor in flight. */
    private static final String CHANGE = """
            update mapping_ledger
               set raw = ?, fields = ?, stack_arn = nullif(?, ''), product_id = nullif(?, ''),
                   provisioning_artifact_id = nullif(?, ''), provisioned_product_name = nullif(?, ''),
                   product_name = nullif(?, ''), artifact_name = nullif(?, ''),
                   account = nullif(?, ''), lane = nullif(?, ''),
                   reopened_from = case when state in ('REJECTED', 'FAILED') then state else reopened_from end,
                   state = ?, code = nullif(?, ''), message = nullif(?, ''), syntactic = ?,
                   reading_warnings = cast(? as jsonb), warnings = '[]', launch_path = null, template_difference = null
             where run_id = ? and line = ? and state = any(?)
            """;

    private static final String HAS_ROW =
            "select exists (select from mapping_ledger where run_id = ? and line between ? and ?)";

    private static final String REMOVE =
            "delete from mapping_ledger where run_id = ? and line = ? and state = any(?) and attempt = 0";

    private final JdbcTemplate jdbc;

    public Staging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All rows that begin on these lines of the file.
     *
     * @param first the first of the lines
     * @param last the last of the lines
     */
    public record Passage(int first, int last, List<MappingLine> rows) {
        public Passage {
            rows = List.copyOf(rows);
        }
    }

    /** The rows of a file, one after the other. */
    @FunctionalInterface
    public interface Source {
        /** The next row; null after the last. */
        @Nullable
        MappingLine next() throws IOException;
    }

    /**
     * Adds rows. One that stands for no mapping is REJECTED, with all that is wrong with it.
     *
     * @return how many
     */
    public int add(Run run, Source rows) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> copy(connection, run, rows)));
    }

    private static int copy(Connection connection, Run run, Source rows) throws SQLException {
        try (CopyStream copy = CopyStream.begin(connection, COPY)) {
            int count = 0;
            for (MappingLine line = rows.next(); line != null; line = rows.next()) {
                copy.add(row(run, line));
                count++;
            }
            copy.end();
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the rows of the file are in the ledger: all are, or none is. */
    public boolean isStaged(Run run) {
        return hasRowOn(run, new Selection.Lines(1, Integer.MAX_VALUE));
    }

    /** Whether the file has a row that begins on one of these lines. */
    public boolean hasRowOn(Run run, Selection.Lines lines) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_ROW, Boolean.class, run.id(), lines.first(), lines.last()));
    }

    /**
     * Judges rows again by the file alone. Nothing is written about a row whose verdict is the one it had.
     *
     * @param open the states of the rows that may be judged again
     */
    public void judge(Run run, Passage passage, Set<MappingState> open) {
        Map<Integer, List<String>> known = known(run, passage);
        List<MappingLine> added = new ArrayList<>();
        List<MappingLine> changed = new ArrayList<>();
        for (MappingLine line : passage.rows()) {
            List<String> before = known.remove(line.line());
            if (before == null) {
                added.add(line);
            } else if (!before.equals(verdict(line))) {
                changed.add(line);
            }
        }
        if (!added.isEmpty()) {
            Iterator<MappingLine> rows = added.iterator();
            add(run, () -> rows.hasNext() ? rows.next() : null);
        }
        String[] states = open.stream().map(Enum::name).toArray(String[]::new);
        jdbc.batchUpdate(
                CHANGE,
                changed.stream().map(line -> parameters(row(run, line), states)).toList());
        // What was a row by itself may be part of another row now.
        known.keySet().forEach(line -> jdbc.update(REMOVE, run.id(), line, states));
    }

    private Map<Integer, List<String>> known(Run run, Passage passage) {
        Map<Integer, List<String>> known = new TreeMap<>();
        jdbc.query(
                KNOWN,
                row -> {
                    known.put(row.getInt("line"), verdict(row));
                },
                run.id(),
                passage.first(),
                passage.last());
        return known;
    }

    /** The mapping, or what is wrong with the row. */
    private static List<String> verdict(ResultSet row) throws SQLException {
        return row.getString("stack_arn") == null
                ? texts(row, "code", "message")
                : texts(
                        row,
                        "stack_arn",
                        "product_id",
                        "provisioning_artifact_id",
                        "provisioned_product_name",
                        "product_name",
                        "artifact_name");
    }

    /** The warnings and these columns. */
    private static List<String> texts(ResultSet row, String... columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        texts.add(WarningColumn.read(row.getString("reading_warnings")).toString());
        for (String column : columns) {
            texts.add(Objects.requireNonNullElse(row.getString(column), ""));
        }
        return texts;
    }

    private static List<String> verdict(MappingLine line) {
        String warnings = warnings(line).toString();
        return line.mapping()
                .map(found -> List.of(
                        warnings,
                        found.stackArn().toString(),
                        found.productId(),
                        found.provisioningArtifactId(),
                        found.provisionedProductName(),
                        found.names().product(),
                        found.names().provisioningArtifact()))
                .orElseGet(() -> List.of(warnings, codes(line), sentences(line)));
    }

    /** The values for {@link #COPY}. */
    private static List<@Nullable Object> row(Run run, MappingLine line) {
        Optional<StackMapping> mapping = line.mapping();
        Optional<StackArn> stack = mapping.map(StackMapping::stackArn);
        return Arrays.asList(
                line.raw(),
                line.columns().values().toArray(String[]::new),
                stack.map(StackArn::toString).orElse(null),
                orNull(mapping, StackMapping::productId),
                orNull(mapping, StackMapping::provisioningArtifactId),
                orNull(mapping, StackMapping::provisionedProductName),
                orNull(mapping, found -> found.names().product()),
                orNull(mapping, found -> found.names().provisioningArtifact()),
                stack.map(StackArn::account).orElse(null),
                stack.map(found -> found.lane().toString()).orElse(null),
                (mapping.isPresent() ? MappingState.STAGED : MappingState.REJECTED).name(),
                mapping.isPresent() ? null : codes(line),
                mapping.isPresent() ? null : sentences(line),
                mapping.isEmpty(),
                WarningColumn.write(warnings(line)),
                run.id(),
                line.line());
    }

    private static @Nullable String orNull(Optional<StackMapping> mapping, Function<StackMapping, String> value) {
        return mapping.map(value).filter(text -> !text.isEmpty()).orElse(null);
    }

    /** Nothing is an empty text here: of a null, Spring asks the database for the type each time. */
    private static Object[] parameters(List<@Nullable Object> row, Object more) {
        return Stream.concat(row.stream().map(value -> value == null ? "" : value), Stream.of(more))
                .toArray();
    }

    private static List<Warning> warnings(MappingLine line) {
        return line.warnings().stream().map(Warning::of).toList();
    }

    private static String codes(MappingLine line) {
        return joined(line, ";", Problem::code);
    }

    private static String sentences(MappingLine line) {
        return joined(line, " ", Problem::sentence);
    }

    private static String joined(MappingLine line, String separator, Function<Problem, String> part) {
        return line.problems().stream().map(part).distinct().collect(Collectors.joining(separator));
    }
}
