package io.catalogimport.ledger;

/** In what only one import may be in flight. AWS's page does not say; an account and region is what is certainly safe. */
public enum LaneScope {
    /** An account and region. */
    ACCOUNT_REGION("lane", "other.lane = entry.lane"),
    /** An account, with all its regions. */
    ACCOUNT("account", "other.account = entry.account"),
    /** Everything that is in the file. */
    RUN("case when lane is not null then 'all' end", "(other.run_id = entry.run_id or other.lane = entry.lane)");

    private final String lane;
    private final String excludes;

    LaneScope(String lane, String excludes) {
        this.lane = lane;
        this.excludes = excludes;
    }

    /**
     * The statement, with expressions in the places of {@code {lane}}, a row's lane; and {@code {excludes}}, whether
     * {@code other} in flight keeps {@code entry} from being so.
     */
    String in(String statement) {
        return statement.replace("{lane}", lane).replace("{excludes}", excludes);
    }
}
