package io.catalogimport.ledger;

/** In what only one import may be in flight. AWS's page does not say; an account and region is what is certainly safe. */
public enum LaneScope {
    /** An account and region. */
    ACCOUNT_REGION("lane", "lane_number", "other.lane = entry.lane"),
    /** An account, with all its regions. */
    ACCOUNT(
            "account",
            "coalesce(('x' || substr(md5(account), 1, 7))::bit(28)::integer, 0)",
            "other.account = entry.account"),
    /** Everything that is in the file. */
    RUN("case when lane is not null then 'all' end", "0", "(other.run_id = entry.run_id or other.lane = entry.lane)");

    private final String lane;
    private final String number;
    private final String excludes;

    LaneScope(String lane, String number, String excludes) {
        this.lane = lane;
        this.number = number;
        this.excludes = excludes;
    }

    /**
     * The statement, with expressions in the places of {@code {lane}}, a row's lane; {@code {lane_number}}, by which lanes
     * are dealt out; and {@code {excludes}}, whether {@code other} in flight keeps {@code entry} from being so.
     */
    String in(String statement) {
        return statement
                .replace("{lane}", lane)
                .replace("{lane_number}", number)
                .replace("{excludes}", excludes);
    }
}
