package io.catalogimport.ledger;

/** In what only one import may be in flight. AWS's page does not say; an account and region is what is certainly safe. */
public enum LaneScope {
    /** An account and region. */
    ACCOUNT_REGION("lane", "lane_number"),
    /** An account, with all its regions. */
    ACCOUNT("account", "coalesce(('x' || substr(md5(account), 1, 7))::bit(28)::integer, 0)"),
    /** Everything that is in the file. */
    RUN("case when lane is not null then 'all' end", "0");

    private final String lane;
    private final String number;

    LaneScope(String lane, String number) {
        this.lane = lane;
        this.number = number;
    }

    /**
     * The statement, with the expressions for a row's lane, and for the number by which lanes are dealt out, in the places
     * of {@code {lane}} and {@code {lane_number}}.
     */
    String in(String statement) {
        return statement.replace("{lane}", lane).replace("{lane_number}", number);
    }
}
