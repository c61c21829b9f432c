package io.catalogimport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database is like before anything is changed in it.
 *
 * @param schema where tables are made; null if no schema of the search path can be used
 * @param historyOwner the owner of our history of migrations; null if the schema has none
 * @param tables relations of the schema that have the names of ours
 * @param forbidden those of them whose rows the user may not read and change
 */
record DatabaseFacts(
        String user,
        String database,
        @Nullable String schema,
        String searchPath,
        String encoding,
        int version,
        boolean readOnly,
        boolean mayCreate,
        @Nullable String historyOwner,
        List<String> tables,
        List<String> forbidden) {

    /**
     * One statement, so that a process that makes the tables just now is seen before or after it, never in between.
     * It names our tables; a new migration adds its own.
     */
    private static final String QUERY = """
            with ours as (
                select oid, relname, relkind, relowner, relname = 'catalog_import_schema_history' as history
                  from pg_class
                 where relnamespace = (select oid from pg_namespace where nspname = current_schema())
                   and relname ~ '^(batch_(job|step)_.+|mapping_(run|ledger|start|pause)|discovered_(template|stack|version|comparison|catalog)|prepared_version|import_window|lock_holder|catalog_import_schema_history)$'
                   and relkind in ('r', 'p', 'v', 'm', 'f', 'S'))
            select current_user as user, current_database() as database, current_schema() as schema,
                   current_setting('search_path') as search_path,
                   current_setting('server_encoding') as encoding,
                   current_setting('server_version_num')::integer / 10000 as version,
                   current_setting('transaction_read_only')::boolean or pg_is_in_recovery() as read_only,
                   coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may_create,
                   (select pg_get_userbyid(relowner) from ours where history) as history_owner,
                   array(select relname::text from ours where not history order by relname) as tables,
                   array(select relname::text from ours
                          where not case
                                when history then has_table_privilege(oid, 'SELECT')
                                when relkind = 'S' then has_sequence_privilege(oid, 'USAGE')
                                else has_table_privilege(oid, 'SELECT') and has_table_privilege(oid, 'INSERT')
                                     and has_table_privilege(oid, 'UPDATE') and has_table_privilege(oid, 'DELETE')
                                end
                          order by relname) as forbidden
            """;

    static DatabaseFacts of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new DatabaseFacts(
                    row.getString("user"),
                    row.getString("database"),
                    row.getString("schema"),
                    row.getString("search_path"),
                    row.getString("encoding"),
                    row.getInt("version"),
                    row.getBoolean("read_only"),
                    row.getBoolean("may_create"),
                    row.getString("history_owner"),
                    List.of((String[]) row.getArray("tables").getArray()),
                    List.of((String[]) row.getArray("forbidden").getArray()));
        }
    }

    /** The schema and its database, as a message names them. */
    String place() {
        return Optional.ofNullable(schema)
                .map(name -> "schema " + name + " of database " + database)
                .orElse("database " + database);
    }
}
