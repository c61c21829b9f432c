package io.catalogimport.chaos;

import io.catalogimport.cli.OperatorDatabase;
import java.util.List;

/** What a worker is doing when it is killed, as its locks in the database tell. */
enum Moment {
    ANY("false"),
    JOINS_OR_LEAVES("starts_with(name, 'door ')"),
    PREPARES("starts_with(name, 'preparation ')"),
    VALIDATES("starts_with(name, 'validation ')"),
    IMPORTS("starts_with(name, 'lane ')"),
    SUBMITS("name in (select 'lane ' || lane from mapping_ledger where state = 'SUBMITTING')"),
    FOLLOWS("name in (select 'lane ' || lane from mapping_ledger where state = 'IN_PROGRESS')"
            + " and not exists (select from mapping_ledger where state = 'SUBMITTING')");

    private static final String WORKERS = """
            select process from lock_holder
              join pg_locks on pid = backend
             where locktype = 'advisory' and granted and objsubid = 1
               and database = (select oid from pg_database where datname = current_database())
               and (classid::bigint << 32 | objid::bigint) = hashtextextended('catalog-import ' || name, 0)
               and %s
             order by name
            """;

    private final String condition;

    Moment(String condition) {
        this.condition = condition;
    }

    /** The processes that are doing it now. */
    List<Long> processes(OperatorDatabase database) {
        boolean hasTables = database.jdbc()
                .sql("select to_regclass('lock_holder') is not null and to_regclass('mapping_ledger') is not null")
                .query(Boolean.class)
                .single();
        return hasTables
                ? database.jdbc()
                        .sql(WORKERS.formatted(condition))
                        .query(Long.class)
                        .list()
                : List.of();
    }
}
