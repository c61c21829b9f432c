package io.catalogimport.database;

/** A way into a running PostgreSQL server of ours. */
public record ServerLogin(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
