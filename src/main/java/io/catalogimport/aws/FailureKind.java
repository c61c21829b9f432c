package io.catalogimport.aws;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Why AWS refused a row or could not be asked about it, where the reason decides what the run does. The names are reason codes:
 * they are stored, and scripts depend on them.
 */
public enum FailureKind {
    /** The caller may not do this with this stack, product or lane. */
    ACCESS_DENIED,
    /** The account cannot use the region. */
    REGION_NOT_ENABLED,
    /** The region did not answer within the time that the run waits. */
    REGION_UNREACHABLE,
    /** AWS refused too many requests for the whole time that the run waits. */
    THROTTLED,
    /** The account's role cannot be assumed. */
    ROLE_NOT_ASSUMED,
    /** The credentials are for another account than the stack's. */
    OTHER_ACCOUNT,
    /** AWS does not say which account the credentials are for. */
    ACCOUNT_NOT_KNOWN;

    /** AWS refuses. Another try helps only after someone has changed something. */
    public static final Set<FailureKind> REFUSALS =
            setOf(ACCESS_DENIED, REGION_NOT_ENABLED, ROLE_NOT_ASSUMED, ACCOUNT_NOT_KNOWN);

    /** Another try later may succeed by itself. */
    public static final Set<FailureKind> OUTAGES = setOf(REGION_UNREACHABLE, THROTTLED);

    /** Nothing can be asked in the account and region. */
    public static final Set<FailureKind> OF_LANES =
            setOf(REGION_NOT_ENABLED, ROLE_NOT_ASSUMED, OTHER_ACCOUNT, ACCOUNT_NOT_KNOWN);

    /** Every kind. No row of another stack is affected by any of them. */
    public static final Set<FailureKind> ALL = setOf(values());

    private static Set<FailureKind> setOf(FailureKind... kinds) {
        Set<FailureKind> set = EnumSet.noneOf(FailureKind.class);
        Collections.addAll(set, kinds);
        return Collections.unmodifiableSet(set);
    }
}
