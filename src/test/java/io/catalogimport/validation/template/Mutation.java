package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Call;
import io.catalogimport.validation.template.Value.Flag;
import io.catalogimport.validation.template.Value.Fraction;
import io.catalogimport.validation.template.Value.Mapping;
import io.catalogimport.validation.template.Value.Sequence;
import io.catalogimport.validation.template.Value.Text;
import io.catalogimport.validation.template.Value.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes one place of a template, so that it means something else. */
final class Mutation {
    private final Dice dice;
    private int countdown;

    private Mutation(Dice dice, int countdown) {
        this.dice = dice;
        this.countdown = countdown;
    }

    static Mapping of(Mapping template, Dice dice) {
        return (Mapping) new Mutation(dice, dice.below(size(template))).visit(template, true);
    }

    private static int size(Value value) {
        if (value instanceof Mapping object) {
            return 1
                    + object.entries().values().stream()
                            .mapToInt(Mutation::size)
                            .sum();
        }
        if (value instanceof Sequence list) {
            return 1 + list.items().stream().mapToInt(Mutation::size).sum();
        }
        return value instanceof Call call ? 1 + size(call.argument()) : 1;
    }

    private Value visit(Value value, boolean isInOrder) {
        if (countdown-- == 0) {
            return changed(value, isInOrder);
        }
        if (value instanceof Mapping object) {
            Map<String, Value> entries = new LinkedHashMap<>();
            object.entries().forEach((key, entry) -> entries.put(key, visit(entry, !key.equals("DependsOn"))));
            return new Mapping(entries);
        }
        if (value instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(item -> visit(item, true)).toList());
        }
        return value instanceof Call call ? new Call(call.function(), visit(call.argument(), true)) : value;
    }

    private Value changed(Value value, boolean isInOrder) {
        if (value instanceof Mapping object) {
            return changed(object);
        }
        if (value instanceof Sequence list) {
            return new Sequence(changed(list.items(), isInOrder));
        }
        if (value instanceof Call call) {
            return new Call(call.function().equals("Ref") ? "Fn::ImportValue" : "Ref", call.argument());
        }
        if (value instanceof Whole whole) {
            return dice.oneOf(new Whole(whole.number() + 1), new Text("0" + Integer.toOctalString(whole.number())));
        }
        if (value instanceof Flag flag) {
            return dice.oneOf(new Flag(!flag.isTrue()), new Text(flag.isTrue() ? "YES" : "off"));
        }
        return value instanceof Fraction fraction ? new Fraction("9" + fraction.number()) : changed((Text) value);
    }

    private Value changed(Text text) {
        return new Text(dice.oneOf(text.text() + "x", "x" + text.text(), text.text() + "\nx"));
    }

    private Value changed(Mapping object) {
        Map<String, Value> entries = new LinkedHashMap<>(object.entries());
        if (entries.isEmpty() || dice.once(3)) {
            return object.with("Another", new Text("x"));
        }
        String key = dice.oneOf(List.copyOf(entries.keySet()));
        Value removed = entries.remove(key);
        if (dice.once(2)) {
            entries.put(key + "x", removed);
        }
        return new Mapping(entries);
    }

    private List<Value> changed(List<Value> items, boolean isInOrder) {
        List<Value> changed = new ArrayList<>(items);
        if (items.isEmpty() || dice.once(3)) {
            changed.add(new Text("x"));
        } else if (isInOrder
                && !items.get(0).meaning().equals(items.get(items.size() - 1).meaning())) {
            Collections.swap(changed, 0, items.size() - 1);
        } else {
            changed.remove(items.size() - 1);
        }
        return changed;
    }
}
