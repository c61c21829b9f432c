package io.catalogimport.database;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with a database before anything is made in it, and what to do. */
final class DatabaseCheck {
    /** The oldest version that is tested. */
    private static final int OLDEST_VERSION = 12;

    private static final int SHOWN = 3;

    private final DatabaseFacts facts;

    DatabaseCheck(DatabaseFacts facts) {
        this.facts = facts;
    }

    /**
     * @throws UnusableDatabaseException if the database must be changed first
     * @throws ReadOnlyDatabaseException if it takes no changes now
     */
    void requireUsable() {
        Optional<String> problem = server().or(this::schema).or(this::tables);
        if (problem.isPresent()) {
            throw new UnusableDatabaseException(problem.get());
        }
        if (facts.readOnly()) {
            throw new ReadOnlyDatabaseException(facts.database());
        }
    }

    private Optional<String> server() {
        if (facts.version() < OLDEST_VERSION) {
            return Optional.of(
                    "The server of database %s is PostgreSQL %d, which is too old: use PostgreSQL %d or later."
                            .formatted(facts.database(), facts.version(), OLDEST_VERSION));
        }
        if (!facts.encoding().equals("UTF8")) {
            return Optional.of(
                    "Database %s has the encoding %s, which cannot hold every character: make one with CREATE DATABASE %s ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0, and name it in SPRING_DATASOURCE_URL."
                            .formatted(facts.database(), facts.encoding(), SqlName.of(facts.database() + "_utf8")));
        }
        return Optional.empty();
    }

    private Optional<String> schema() {
        if (facts.schema() == null) {
            return Optional.of(
                    "User %s can use no schema of the search path (%s) of database %s: let the owner of the database run CREATE SCHEMA %s AUTHORIZATION %s, or name another schema with ?currentSchema=NAME in SPRING_DATASOURCE_URL."
                            .formatted(
                                    facts.user(),
                                    facts.searchPath(),
                                    facts.database(),
                                    missingSchema(),
                                    SqlName.of(facts.user())));
        }
        return facts.mayCreate() || facts.historyOwner() != null ? Optional.empty() : Optional.of(mayNotCreate());
    }

    /** Words for a user that may make no tables. */
    String mayNotCreate() {
        return "User %s may not create tables in %s: let its owner run GRANT CREATE, USAGE ON SCHEMA %s TO %s, or name a schema of its own with ?currentSchema=NAME in SPRING_DATASOURCE_URL."
                .formatted(facts.user(), facts.place(), SqlName.of(facts.schema()), SqlName.of(facts.user()));
    }

    /** Words for tables that this version must change but may not. */
    String mayNotChange(String refusal) {
        return "User %s may not bring the tables in %s up to date: %s. Start this version once as their owner%s."
                .formatted(
                        facts.user(),
                        facts.place(),
                        refusal,
                        facts.historyOwner() == null ? "" : " " + facts.historyOwner());
    }

    private Optional<String> tables() {
        if (facts.historyOwner() == null && !facts.tables().isEmpty()) {
            return Optional.of(ofAnother(shown(facts.tables())));
        }
        return facts.forbidden().isEmpty() ? Optional.empty() : Optional.of(mayNotUse());
    }

    /** Words for tables that this program did not make but whose names it needs. */
    String ofAnother(String tables) {
        return "%s holds tables of another program (%s). Give catalog-import a schema of its own: CREATE SCHEMA catalog_import AUTHORIZATION %s, and ?currentSchema=catalog_import in SPRING_DATASOURCE_URL."
                .formatted(capitalized(facts.place()), tables, SqlName.of(facts.user()));
    }

    private String mayNotUse() {
        String schema = SqlName.of(facts.schema());
        String user = SqlName.of(facts.user());
        return "User %s may not use the tables in %s (%s). Connect as their owner %s, or let the owner run GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %s TO %s and GRANT USAGE ON ALL SEQUENCES IN SCHEMA %s TO %s."
                .formatted(
                        facts.user(),
                        facts.place(),
                        shown(facts.forbidden()),
                        facts.historyOwner(),
                        schema,
                        user,
                        schema,
                        user);
    }

    private String missingSchema() {
        String first = facts.searchPath().replaceFirst(",.*", "").strip();
        return first.isEmpty()
                        || first.equals("\"$user\"")
                        || first.toLowerCase(Locale.ROOT).equals("public")
                ? "catalog_import"
                : first;
    }

    private static String shown(List<String> tables) {
        String first = String.join(", ", tables.subList(0, Math.min(SHOWN, tables.size())));
        return tables.size() > SHOWN ? first + " and " + (tables.size() - SHOWN) + " more" : first;
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
