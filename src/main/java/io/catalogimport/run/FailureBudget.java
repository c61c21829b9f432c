package io.catalogimport.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many imports may fail in one start before no further one is begun.
 *
 * @param amount a number of imports, or of percent of those that are ready when importing begins
 */
public record FailureBudget(int amount, boolean percent) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(%?)");

    public FailureBudget {
        if (percent && amount > 100) {
            throw new IllegalArgumentException("more than 100 %");
        }
    }

    /**
     * Reads {@code 5} or {@code 5%}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static FailureBudget parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is neither a number nor a percentage such as 10%");
        }
        return new FailureBudget(Integer.parseInt(form.group(1)), !form.group(2).isEmpty());
    }

    /** As the user writes it. */
    @Override
    public String toString() {
        return amount + (percent ? "%" : "");
    }

    /** Whether the budget is exceeded. */
    public boolean isExceeded(long failures, long ready) {
        return percent ? failures * 100 > amount * ready : failures > amount;
    }
}
