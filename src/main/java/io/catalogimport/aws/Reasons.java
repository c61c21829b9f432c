package io.catalogimport.aws;

import java.util.Set;

/** The reason codes of rows that AWS refused or that could not be asked about. Scripts depend on them. */
public final class Reasons {
    /** The caller may not do this with this stack, product or lane. */
    public static final String ACCESS_DENIED = "ACCESS_DENIED";

    /** The account cannot use the region. */
    public static final String REGION_NOT_ENABLED = "REGION_NOT_ENABLED";

    /** The region did not answer for longer than the run is patient. */
    public static final String REGION_UNREACHABLE = "REGION_UNREACHABLE";

    /** AWS refused too many requests for longer than the run is patient. */
    public static final String THROTTLED = "THROTTLED";

    /** The account's role cannot be assumed. */
    public static final String ROLE_NOT_ASSUMED = "ROLE_NOT_ASSUMED";

    /** The credentials are for another account than the stack's. */
    public static final String OTHER_ACCOUNT = "OTHER_ACCOUNT";

    /** AWS does not say which account the credentials are for. */
    public static final String ACCOUNT_NOT_KNOWN = "ACCOUNT_NOT_KNOWN";

    /** AWS refuses: trying again helps only after someone has changed something. */
    public static final Set<String> REFUSALS =
            Set.of(ACCESS_DENIED, REGION_NOT_ENABLED, ROLE_NOT_ASSUMED, ACCOUNT_NOT_KNOWN);

    /** Trying again later may help by itself. */
    public static final Set<String> OUTAGES = Set.of(REGION_UNREACHABLE, THROTTLED);

    /** Nothing can be asked in the account and region. */
    public static final Set<String> OF_LANES =
            Set.of(REGION_NOT_ENABLED, ROLE_NOT_ASSUMED, OTHER_ACCOUNT, ACCOUNT_NOT_KNOWN);

    /** All of them: no other row is affected. */
    public static final Set<String> ALL = Set.of(
            ACCESS_DENIED,
            REGION_NOT_ENABLED,
            REGION_UNREACHABLE,
            THROTTLED,
            ROLE_NOT_ASSUMED,
            OTHER_ACCOUNT,
            ACCOUNT_NOT_KNOWN);

    private Reasons() {}
}
