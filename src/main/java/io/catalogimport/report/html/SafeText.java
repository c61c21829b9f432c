package io.catalogimport.report.html;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.util.regex.Pattern;

/** Makes any text safe within the page. It may come from a file, from AWS or from a name that somebody chose. */
final class SafeText implements Mustache.Escaper {
    /** Control characters, invisible ones such as those that turn the direction of the text, and half characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]");

    @Override
    public String escape(String raw) {
        return Escapers.HTML.escape(UNSEEN.matcher(raw).replaceAll("\uFFFD"));
    }
}
