package io.catalogimport.sandbox.world;

import java.util.regex.Pattern;

/** Whom a portfolio is open to: one IAM user or role, or all whose ARN fits a pattern. */
public final class Principal {
    private final String arn;
    private final Pattern form;

    private Principal(String arn, Pattern form) {
        this.arn = arn;
        this.form = form;
    }

    /** A principal of the type {@code IAM}: exactly this ARN. */
    public static Principal exactly(String arn) {
        return new Principal(arn, Pattern.compile(Pattern.quote(arn)));
    }

    /**
     * A principal of the type {@code IAM_PATTERN}, such as {@code arn:aws:iam:::role/Deploy*}: no account, {@code *}
     * and {@code ?} as wild cards.
     */
    public static Principal matching(String pattern) {
        StringBuilder form = new StringBuilder();
        for (String part : pattern.replace("iam:::", "iam::#:").split("(?<=[*?#])|(?=[*?#])", -1)) {
            form.append(
                    switch (part) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        case "#" -> "\\d{12}";
                        default -> Pattern.quote(part);
                    });
        }
        return new Principal(pattern, Pattern.compile(form.toString()));
    }

    boolean includes(String principalArn) {
        return form.matcher(principalArn).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Principal principal && principal.arn.equals(arn);
    }

    @Override
    public int hashCode() {
        return arn.hashCode();
    }

    @Override
    public String toString() {
        return arn;
    }
}
