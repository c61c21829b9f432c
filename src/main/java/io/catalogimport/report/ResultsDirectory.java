package io.catalogimport.report;

import io.catalogimport.report.RunSummary.MappingFileSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the results of a mapping file go. A directory that has those of another file keeps them, and the results go to a
 * directory in it that has the name of the file. To refuse would stop a nightly import because of a place for files, and to
 * overwrite would lose the results of a run that may still be going on.
 */
record ResultsDirectory(Path asked) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An edited file is the same file, and so is a copy of it. */
    Path of(MappingFileSummary file) {
        Path place = asked;
        while (owner(place).filter(owner -> !isSame(owner, file)).isPresent()) {
            place = place.resolve(nameWithoutType(file));
        }
        return place;
    }

    private static boolean isSame(MappingFileSummary one, MappingFileSummary other) {
        return one.sha256().equals(other.sha256()) || one.absolutePath().equals(other.absolutePath());
    }

    private static String nameWithoutType(MappingFileSummary file) {
        String name = String.valueOf(Path.of(file.absolutePath()).getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name + "-results";
    }

    /** Nobody's, if there is no summary that can be read. */
    private static Optional<MappingFileSummary> owner(Path directory) {
        try {
            JsonNode file = JSON.readTree(Files.readString(directory.resolve("summary.json")))
                    .path("mappingFile");
            return file.isObject()
                    ? Optional.of(new MappingFileSummary(
                            file.path("path").asString(),
                            file.path("absolutePath").asString(""),
                            file.path("sha256").asString()))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
