package io.catalogimport.mapping;

import java.util.List;

/**
 * How the rows of a file are to be read.
 *
 * @param separatorLine whether the first line of text only names the separator
 * @param head the text before the first row, as {@link FileForm#head()}
 * @param warnings what is read in another way than it stands
 */
record Layout(Separator separator, boolean separatorLine, Header header, String head, List<Problem> warnings) {
    Layout {
        warnings = List.copyOf(warnings);
    }

    LineSyntax syntax() {
        return new LineSyntax(header, separator);
    }
}
