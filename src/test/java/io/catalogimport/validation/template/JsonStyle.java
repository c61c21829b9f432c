package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Call;
import io.catalogimport.validation.template.Value.Flag;
import io.catalogimport.validation.template.Value.Fraction;
import io.catalogimport.validation.template.Value.Mapping;
import io.catalogimport.validation.template.Value.Sequence;
import io.catalogimport.validation.template.Value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Writes a template as JSON, in a way that the dice choose. */
final class JsonStyle {
    private final Dice dice;
    private final String space;
    private final boolean hasTrailingCommas;
    private final boolean isAscii;

    JsonStyle(Dice dice) {
        this.dice = dice;
        this.space = dice.oneOf("", " ", "\n", "\n  ", "\t");
        this.hasTrailingCommas = dice.once(10);
        this.isAscii = dice.once(3);
    }

    String write(Value value) {
        if (value instanceof Mapping object) {
            return object(object.entries());
        }
        if (value instanceof Call call) {
            return object(Map.of(call.function(), argument(call)));
        }
        if (value instanceof Sequence list) {
            return list.items().stream()
                    .map(this::write)
                    .collect(Collectors.joining("," + space, "[", end(list.items(), "]")));
        }
        if (value instanceof Text text) {
            return quoted(text.text());
        }
        if (value instanceof Fraction fraction && dice.once(4)) {
            return fraction.number() + "0";
        }
        String written = value instanceof Flag flag
                ? String.valueOf(flag.isTrue())
                : value.meaning().toString();
        return dice.once(3) ? quoted(written) : written;
    }

    private String object(Map<String, Value> entries) {
        return dice.shuffled(entries.entrySet()).stream()
                .map(entry -> quoted(entry.getKey()) + ":" + space + write(entry.getValue()))
                .collect(Collectors.joining("," + space, "{" + space, end(entries.keySet(), "}")));
    }

    private String end(Iterable<?> things, String bracket) {
        return (hasTrailingCommas && things.iterator().hasNext() ? "," : "") + space + bracket;
    }

    private Value argument(Call call) {
        if (call.function().equals("Fn::GetAtt") && call.argument() instanceof Text attribute && dice.once(2)) {
            String[] parts = attribute.text().split("\\.", 2);
            return new Sequence(List.of(new Text(parts[0]), new Text(parts[1])));
        }
        return call.argument();
    }

    /** The text in double quotes, as JSON and YAML both read it. */
    private String quoted(String text) {
        return quoted(text, codePoint -> isAscii && codePoint > 0x7E);
    }

    static String quoted(String text, IntPredicate isEscaped) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isEscaped.test(character)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", character));
                    } else {
                        quoted.append((char) character);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
