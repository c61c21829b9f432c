package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Call;
import io.catalogimport.validation.template.Value.Mapping;
import io.catalogimport.validation.template.Value.Sequence;
import io.catalogimport.validation.template.Value.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a template as YAML, in a way that the dice choose. */
final class YamlStyle {
    private final Dice dice;
    private final YamlScalars scalars;
    private final String step;
    private final boolean hasAnchors;
    private final Map<Value, String> anchors = new HashMap<>();

    YamlStyle(Dice dice) {
        this.dice = dice;
        this.scalars = new YamlScalars(dice);
        this.step = dice.oneOf("  ", "    ");
        this.hasAnchors = dice.once(3);
    }

    String write(Mapping template) {
        String text = entries(template, "").substring(1) + "\n";
        String start = dice.oneOf("", "", "---\n", "# ours\n", "\n");
        return dice.once(6) ? (start + text).replace("\n", "\r\n") : start + text;
    }

    /** What follows a colon or a dash. */
    private String after(Value value, String indent) {
        boolean isShareable = value instanceof Mapping || value instanceof Sequence;
        if (!hasAnchors || !isShareable) {
            return unshared(value, indent);
        }
        if (anchors.containsKey(value)) {
            return " *" + anchors.get(value);
        }
        String anchored = unshared(value, indent);
        String anchor = "a" + anchors.size();
        anchors.put(value, anchor);
        return " &" + anchor + anchored;
    }

    private String unshared(Value value, String indent) {
        if (value instanceof Call call) {
            return call(call, indent);
        }
        if (value instanceof Mapping object) {
            return object.entries().isEmpty() || dice.once(8) ? " " + flow(object) : entries(object, indent);
        }
        if (value instanceof Sequence list) {
            return list.items().isEmpty() || dice.once(3) ? " " + flow(list) : items(list, indent);
        }
        if (value instanceof Text text && dice.once(2)) {
            return " " + scalars.block(text.text(), indent);
        }
        return " " + scalars.inline(value) + dice.oneOf("", "", "", " # why");
    }

    private String entries(Mapping object, String indent) {
        return dice.shuffled(object.entries().entrySet()).stream()
                .map(entry -> comment(indent) + repeated(entry.getKey(), indent) + "\n" + indent
                        + scalars.text(entry.getKey()) + ":" + after(entry.getValue(), indent + step))
                .collect(Collectors.joining());
    }

    private String items(Sequence list, String indent) {
        return list.items().stream()
                .map(item -> comment(indent) + "\n" + indent + "-" + item(item, indent + "  "))
                .collect(Collectors.joining());
    }

    /** An object may begin on the line of its dash. */
    private String item(Value item, String indent) {
        String after = after(item, indent);
        String beginning = "\n" + indent;
        boolean isCompact = item instanceof Mapping && after.startsWith(beginning) && dice.once(2);
        return isCompact && !after.startsWith(beginning + "#") ? " " + after.substring(beginning.length()) : after;
    }

    private String comment(String indent) {
        return dice.once(15) ? "\n" + indent + "# why: [that" : "";
    }

    /** A first value that does not count. */
    private String repeated(String key, String indent) {
        return dice.once(400) ? "\n" + indent + scalars.text(key) + ": before" : "";
    }

    private String call(Call call, String indent) {
        String name = shortName(call.function());
        Value argument = call.argument();
        boolean isShort = dice.once(2) && (argument instanceof Text || argument instanceof Sequence);
        if (!isShort) {
            return dice.once(3)
                    ? " " + flow(call)
                    : "\n" + indent + call.function() + ":" + after(argument(call), indent + step);
        }
        if (isGetAZsWithoutArgument(call) && dice.once(2)) {
            return " " + name;
        }
        return " " + name + unshared(argument(call), indent);
    }

    private String flow(Value value) {
        if (value instanceof Mapping object) {
            return dice.shuffled(object.entries().entrySet()).stream()
                    .map(entry -> scalars.text(entry.getKey()) + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Sequence list) {
            return list.items().stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Call call) {
            boolean isShort = call.argument() instanceof Text || call.argument() instanceof Sequence;
            return isShort && dice.once(2)
                    ? shortName(call.function()) + " " + flow(argument(call))
                    : "{" + JsonStyle.quoted(call.function(), character -> false) + ": " + flow(argument(call)) + "}";
        }
        return scalars.inline(value);
    }

    private Value argument(Call call) {
        if (!(call.argument() instanceof Text text) || !dice.once(3)) {
            return call.argument();
        }
        String[] parts = text.text().split("\\.", 2);
        return switch (call.function()) {
            case "Fn::GetAtt" -> new Sequence(List.of(new Text(parts[0]), new Text(parts[1])));
            case "Fn::Sub" -> new Sequence(List.of(text, new Mapping(Map.of())));
            default -> text;
        };
    }

    private static boolean isGetAZsWithoutArgument(Call call) {
        return call.equals(new Call("Fn::GetAZs", new Text("")));
    }

    private static String shortName(String function) {
        return "!" + function.replace("Fn::", "");
    }
}
