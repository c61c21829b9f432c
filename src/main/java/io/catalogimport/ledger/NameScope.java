package io.catalogimport.ledger;

/**
 * The scope in which a provisioned product's name is unique. AWS's page says: in the account. Service Catalog is a regional service,
 * and finds a name only in its region, so it may well be in the region.
 */
public enum NameScope {
    /** An account and region. */
    REGION("lane", "this account and region"),
    /** An account, with all its regions. */
    ACCOUNT("account", "the account");

    private final String column;
    private final String words;

    NameScope(String column, String words) {
        this.column = column;
        this.words = words;
    }

    /** The statement, with the scope's column in the places of {@code {scope}} and its words in those of {@code {place}}. */
    String in(String statement) {
        return statement.replace("{scope}", column).replace("{place}", words);
    }
}
