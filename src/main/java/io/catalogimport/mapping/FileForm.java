package io.catalogimport.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping file is written, as far as another file must know that takes rows over word for word.
 *
 * @param charset the encoding
 * @param hasByteOrderMark whether the file begins with a byte order mark
 * @param head the text before the first row: the header and, where there is one, the line that names the separator; null
 *     where it is not known
 */
public record FileForm(
        Charset charset, boolean hasByteOrderMark, @Nullable String head) {
    /** The form of a file about which only its columns are known. */
    public static final FileForm UNKNOWN = new FileForm(StandardCharsets.UTF_8, false, null);

    /** The line end of the rows. */
    public String lineEnd() {
        if (head == null || !head.endsWith("\r\n")) {
            return head != null && head.endsWith("\r") ? "\r" : "\n";
        }
        return "\r\n";
    }
}
