package io.catalogimport.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A mapping file that can be used as a whole: its encoding is known, its header has every required column, and it has
 * rows, each of which may still be bad. It is known by the digest of its bytes, and is never held in memory.
 */
public final class MappingFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final TextScan.Result bytes;
    private final boolean hasByteOrderMark;
    private final Layout layout;

    private MappingFile(Path path, TextScan.Result bytes) throws IOException {
        this.path = path;
        this.bytes = bytes;
        this.hasByteOrderMark = hasByteOrderMark();
        this.layout = new LayoutSearch(path, () -> text(Files.newInputStream(path))).find();
    }

    /**
     * Reads the whole file once.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws UnusableMappingFileException if it cannot be used, whatever its single rows are like
     */
    public static MappingFile open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            String kind = Files.isDirectory(path) ? "a directory" : "not a plain file, and cannot be read twice";
            throw new UnusableMappingFileException(path, "it is " + kind);
        }
        try {
            return new MappingFile(path, TextScan.of(path));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException e) {
            String reason = e.getReason();
            throw new UnusableMappingFileException(
                    path, "it cannot be read (" + (reason == null ? "permission denied" : reason) + ")");
        }
    }

    public Path path() {
        return path;
    }

    /** The SHA-256 of the file's bytes, in lower-case hexadecimal digits. */
    public String digest() {
        return bytes.digest();
    }

    /**
     * The columns in the file's order: ours by their canonical names, the others as the file spells them. A column
     * without a name is called by its place, such as {@code column 5}.
     */
    public List<String> header() {
        return layout.header().columns();
    }

    /** What stands between the fields. */
    public char separator() {
        return layout.separator().character();
    }

    /** How the file is written. */
    public FileForm form() {
        return new FileForm(bytes.charset(), hasByteOrderMark, layout.head());
    }

    /** What in the whole file is read in another way than a plain mapping file's. */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        if (!bytes.charset().equals(StandardCharsets.UTF_8)) {
            warnings.add(new Problem(
                    "READ_AS_UTF_16",
                    "The mapping file is read as " + bytes.charset().name() + ", as its byte order mark says."));
        }
        warnings.addAll(layout.warnings());
        return List.copyOf(warnings);
    }

    /** Begins to read the rows. */
    public MappingLines lines() throws IOException {
        var digested = new DigestInputStream(Files.newInputStream(path), Sha256.begin());
        PhysicalLines lines = text(digested);
        if (layout.separatorLine()) {
            LayoutSearch.firstLine(lines);
        }
        RowReader rows = new RowReader(lines, layout.separator());
        rows.next(Header::mayHaveSeveralLines);
        return new MappingLines(this, rows, layout.syntax(), digested.getMessageDigest());
    }

    private boolean hasByteOrderMark() throws IOException {
        try (var characters = new InputStreamReader(Files.newInputStream(path), bytes.charset())) {
            return characters.read() == BYTE_ORDER_MARK;
        }
    }

    private PhysicalLines text(InputStream in) throws IOException {
        var characters = new InputStreamReader(in, bytes.charset());
        if (hasByteOrderMark) {
            characters.read();
        }
        return new PhysicalLines(characters);
    }
}
