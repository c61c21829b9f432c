package io.catalogimport.ledger;

/** In what only one import may be in flight. AWS's page does not say; an account and region is what is certainly safe. */
public enum LaneScope {
    /** An account and region. */
    ACCOUNT_REGION("lane"),
    /** An account, with all its regions. */
    ACCOUNT("account"),
    /** Everything that is in the file. */
    RUN("case when lane is not null then 'all' end");

    private final String lane;

    LaneScope(String lane) {
        this.lane = lane;
    }

    /** The statement, with the expression for a row's lane in the place of {@code {lane}}. */
    String in(String statement) {
        return statement.replace("{lane}", lane);
    }
}
