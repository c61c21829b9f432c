package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Flag;
import io.catalogimport.validation.template.Value.Fraction;
import io.catalogimport.validation.template.Value.Text;
import io.catalogimport.validation.template.Value.Whole;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes scalars as YAML, in each of its styles. */
final class YamlScalars {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][\\w./-]*(?: [\\w./=][\\w./=é→李-]*)*");
    private static final Pattern LINES =
            Pattern.compile("[^\\s](?:[^\\n]*[^\\s])?(?:\\n+[^\\s]?(?:[^\\n]*[^\\s])?)*\\n*");
    private static final Pattern FOLDABLE = Pattern.compile("\\S+(?:[ \\n]\\S+)*\\n?");
    private static final Set<String> WORDS = Set.of("yes", "no", "on", "off", "true", "false", "null", "y", "n");

    private final Dice dice;

    YamlScalars(Dice dice) {
        this.dice = dice;
    }

    /** On one line. */
    String inline(Value value) {
        if (value instanceof Text text) {
            return text(text.text());
        }
        if (value instanceof Whole whole) {
            return whole(whole.number());
        }
        if (value instanceof Fraction fraction) {
            String number = fraction.number();
            return dice.oneOf(number, number, number + "0", quoted(number));
        }
        boolean isTrue = ((Flag) value).isTrue();
        return isTrue
                ? dice.oneOf("true", "True", "TRUE", "yes", "Yes", "on", "ON", "\"true\"")
                : dice.oneOf("false", "False", "FALSE", "no", "No", "off", "OFF", "'false'");
    }

    /** A text that may be a function's argument, a key or a value. */
    String text(String text) {
        return isPlain(text) && !dice.once(3) ? text : quoted(text);
    }

    /** Text over several lines, from its indicator on; where it cannot be written so, on one line. */
    String block(String text, String indent) {
        boolean endsWithOneBreak = text.endsWith("\n") && !text.endsWith("\n\n");
        String chomping = endsWithOneBreak ? "" : text.endsWith("\n") ? "+" : "-";
        if (FOLDABLE.matcher(text).matches() && dice.once(2)) {
            String folded = text.stripTrailing().replace("\n", "\n\n").replace(" ", dice.oneOf(" ", "\n"));
            return ">" + chomping + lines(folded + "\n", indent);
        }
        if (LINES.matcher(text).matches()) {
            return "|" + chomping + lines(text.endsWith("\n") ? text : text + "\n", indent);
        }
        return quoted(text);
    }

    private static String lines(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            lines.append('\n').append(line.isEmpty() ? "" : indent + line);
        }
        return lines.toString();
    }

    private String whole(int number) {
        String decimal = String.valueOf(number);
        return switch (dice.below(8)) {
            case 0 -> "0" + Integer.toOctalString(number);
            case 1 -> "0x" + Integer.toHexString(number).toUpperCase(Locale.ROOT);
            case 2 ->
                number < 1_000
                        ? decimal
                        : String.format(Locale.ROOT, "%,d", number).replace(',', '_');
            case 3 -> quoted(decimal);
            default -> decimal;
        };
    }

    private String quoted(String text) {
        boolean isSingle = dice.once(2) && text.chars().noneMatch(character -> character < ' ');
        return isSingle ? "'" + text.replace("'", "''") + "'" : JsonStyle.quoted(text, character -> false);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
