package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a template. It becomes text only when it is shown, because a comparison passes hundreds of thousands of
 * places.
 *
 * @param parent the place that contains it; null for the whole template
 * @param step a key or an index
 */
record Place(@Nullable Place parent, String step, boolean isIndex) {
    static final Place TEMPLATE = new Place(null, "", false);

    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w:-]{1,80}");
    private static final int LONGEST = 80;

    Place key(String key) {
        return new Place(this, key, false);
    }

    Place index(int index) {
        return new Place(this, String.valueOf(index), true);
    }

    /** Such as {@code Resources.Bucket.Properties.Tags[0].Value}. */
    @Override
    public String toString() {
        Deque<Place> places = new ArrayDeque<>();
        for (Place place = this; place.parent != null; place = place.parent) {
            places.push(place);
        }
        var path = new StringBuilder();
        for (Place place : places) {
            if (place.isIndex) {
                path.append('[').append(place.step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shown(place.step));
            }
        }
        return path.toString();
    }

    /** Long keys may differ only at their end. */
    private static String shown(String key) {
        if (PLAIN_KEY.matcher(key).matches()) {
            return key;
        }
        return Excerpt.of(
                key.codePointCount(0, key.length()) <= LONGEST
                        ? key
                        : key.substring(0, 30) + "…" + key.substring(key.length() - 40));
    }
}
