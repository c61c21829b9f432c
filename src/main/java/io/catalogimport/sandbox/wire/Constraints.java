package io.catalogimport.sandbox.wire;

import io.catalogimport.sandbox.wire.Constraint.Entries;
import io.catalogimport.sandbox.wire.Constraint.Flag;
import io.catalogimport.sandbox.wire.Constraint.Items;
import io.catalogimport.sandbox.wire.Constraint.Structure;
import io.catalogimport.sandbox.wire.Constraint.Text;
import io.catalogimport.sandbox.wire.Constraint.Whole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Short words for constraints, so that an operation reads like its page in the API reference. */
public final class Constraints {
    private Constraints() {}

    public static Structure members() {
        return new Structure(Map.of(), List.of());
    }

    public static Text text() {
        return text(0, Integer.MAX_VALUE);
    }

    public static Text text(int min, int max) {
        return new Text(min, max, null, List.of());
    }

    public static Text text(int min, int max, String pattern) {
        return new Text(min, max, Pattern.compile(pattern), List.of());
    }

    public static Text oneOf(List<String> values) {
        return new Text(0, Integer.MAX_VALUE, null, values);
    }

    public static Text oneOf(String... values) {
        return oneOf(List.of(values));
    }

    public static Whole whole(int min, int max) {
        return new Whole(min, max);
    }

    public static Flag flag() {
        return new Flag();
    }

    public static Items list(int max, Constraint item) {
        return new Items(max, item);
    }

    public static Entries map(int min, int max, Constraint entry) {
        return new Entries(min, max, entry);
    }
}
