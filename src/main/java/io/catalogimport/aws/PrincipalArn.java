package io.catalogimport.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user or role that an ARN stands for. A session of a role stands for the role. STS leaves out the path of the role, so
 * the path does not count: a role's name is unique in its account. Source: IAM user guide, "IAM identifiers".
 */
final class PrincipalArn {
    private static final Pattern ROLE = Pattern.compile("(arn:[^:]+):iam::(\\d+):role/(?:.*/)?([^/]+)");

    private static final Pattern SESSION = Pattern.compile("(arn:[^:]+):sts::(\\d+):assumed-role/([^/]+)/.+");

    private PrincipalArn() {}

    /** Whether both ARNs stand for the same user or role. */
    static boolean areSame(String one, String other) {
        return withoutSession(one).equals(withoutSession(other));
    }

    private static String withoutSession(String arn) {
        for (Pattern form : new Pattern[] {ROLE, SESSION}) {
            Matcher matcher = form.matcher(arn);
            if (matcher.matches()) {
                return "%s:iam::%s:role/%s".formatted(matcher.group(1), matcher.group(2), matcher.group(3));
            }
        }
        return arn;
    }
}
