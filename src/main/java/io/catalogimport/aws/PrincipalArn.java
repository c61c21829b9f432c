package io.catalogimport.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a user, a role, or a session of a role: what can own a provisioned product. Source: API reference of
 * UpdateProvisionedProductProperties.
 *
 * @param text as it was given
 */
public record PrincipalArn(String text, String account, Kind kind, String name) {
    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]*:(?:iam::(\\d{12}):(user|role)/(?:[!-~]+/)?([\\w+=,.@-]+)"
                    + "|sts::(\\d{12}):assumed-role/([\\w+=,.@-]+)/[\\w+=,.@-]+)");

    /** What the ARN names. */
    public enum Kind {
        /** A user of IAM. */
        USER,
        /** A role of IAM. */
        ROLE,
        /** A role as somebody has assumed it, under the name of a session. */
        SESSION
    }

    /** Reads an ARN; empty if it is none of these. */
    public static Optional<PrincipalArn> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                form.group(1) == null
                        ? new PrincipalArn(text, form.group(4), Kind.SESSION, form.group(5))
                        : new PrincipalArn(
                                text,
                                form.group(1),
                                form.group(2).equals("role") ? Kind.ROLE : Kind.USER,
                                form.group(3)));
    }

    /**
     * Whether another ARN, as AWS shows it, means the same. AWS shows the same role with its path, without it, or as a session.
     * Two sessions are the same only if their names are: AWS does not say whether one may do what the other owns.
     */
    public boolean isSameAs(String shown) {
        return text.equals(shown)
                || parse(shown).filter(other -> isSameRole(other)).isPresent();
    }

    /** Whether both ARNs, as AWS shows them, stand for the same user or role. A session of a role stands for the role. */
    static boolean areOfOnePrincipal(String one, String other) {
        return one.equals(other)
                || parse(one)
                        .flatMap(first -> parse(other).filter(first::isOfSameRole))
                        .isPresent();
    }

    private boolean isSameRole(PrincipalArn other) {
        boolean areSessions = kind == Kind.SESSION && other.kind == Kind.SESSION;
        return !areSessions && isOfSameRole(other);
    }

    private boolean isOfSameRole(PrincipalArn other) {
        boolean areRoles = kind != Kind.USER && other.kind != Kind.USER;
        return areRoles
                && account.equals(other.account)
                && name.equals(other.name)
                && partition(text).equals(partition(other.text));
    }

    private static String partition(String arn) {
        return arn.split(":", 3)[1];
    }
}
