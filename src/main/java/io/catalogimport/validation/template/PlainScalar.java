package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What CloudFormation makes of scalars without quotes. It follows YAML 1.1: {@code YES} was seen to be deployed as
 * {@code true}, and {@code 012345670123} as {@code 1402433619} (<a
 * href="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/745">issue 745</a>). What was not
 * seen is left open: fractions, exponents, base 2, base 60 and plus signs.
 */
final class PlainScalar {
    /** Longer numbers would take long to read, and nobody writes them. */
    private static final int LONGEST = 100;

    private static final int MOST_ZEROS = 50;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7]+");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9]+(?::[0-5]?[0-9])+");

    private PlainScalar() {}

    /** A boolean of YAML 1.1. To CloudFormation, {@code y} and {@code n} are texts. */
    static Scalar bool(String written) {
        String text =
                switch (written.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "on" -> "true";
                    case "false", "no", "off" -> "false";
                    default -> written;
                };
        return new Scalar(text, written, false);
    }

    /** A whole number in any notation of YAML 1.1. */
    static Scalar integer(String written) {
        try {
            String digits = written.replace("_", "");
            boolean isOpen = written.startsWith("+") || digits.contains("0b") || digits.contains(":");
            return written.length() > LONGEST
                    ? new Scalar(written)
                    : new Scalar(value(digits).toString(), written, isOpen);
        } catch (NumberFormatException e) {
            return new Scalar(written);
        }
    }

    private static BigInteger value(String digits) {
        if (DECIMAL.matcher(digits).matches()) {
            return new BigInteger(digits);
        }
        if (OCTAL.matcher(digits).matches()) {
            return new BigInteger(digits, 8);
        }
        if (BASE_60.matcher(digits).matches()) {
            return base60(digits);
        }
        return digits.contains("0b")
                ? new BigInteger(digits.replaceFirst("0b", ""), 2)
                : new BigInteger(digits.replaceFirst("0x", ""), 16);
    }

    private static BigInteger base60(String digits) {
        BigInteger sum = BigInteger.ZERO;
        for (String part : digits.replaceFirst("^[-+]", "").split(":", -1)) {
            sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return digits.startsWith("-") ? sum.negate() : sum;
    }

    /**
     * A number with a fraction or an exponent. Tools in JavaScript write {@code 2} for {@code 2.0}, but versions such
     * as {@code 1.10} look the same. It is only certain what CloudFormation sees if both readings are the same.
     */
    static Scalar fraction(String written) {
        if (written.length() > LONGEST) {
            return new Scalar(written);
        }
        try {
            BigDecimal value = new BigDecimal(written.replace("_", "")).stripTrailingZeros();
            String text = Math.abs(value.scale()) > MOST_ZEROS ? value.toString() : value.toPlainString();
            return new Scalar(text, written, !text.equals(written));
        } catch (NumberFormatException e) {
            return new Scalar(written); // Infinity, no number at all, or one of base 60.
        } catch (ArithmeticException e) {
            return new Scalar(written); // An exponent at the end of what can be held.
        }
    }
}
