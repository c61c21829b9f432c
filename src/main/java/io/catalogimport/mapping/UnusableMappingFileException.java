package io.catalogimport.mapping;

import java.io.IOException;
import java.nio.file.Path;

/** The mapping file as a whole cannot be used, whatever its single rows are like. The message is fit to be shown. */
public final class UnusableMappingFileException extends IOException {
    public UnusableMappingFileException(Path file, String reason) {
        super("The mapping file " + file + " cannot be used: " + reason + ".");
    }
}
