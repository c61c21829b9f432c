package io.catalogimport.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;

/**
 * A mapping file that can be used as a whole: it is UTF-8, its header has every required column, and it has rows, each
 * of which may still be bad. It is known by the digest of its bytes, and is never held in memory.
 */
public final class MappingFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final String digest;
    private final Header header;

    private MappingFile(Path path, String digest, Header header) {
        this.path = path;
        this.digest = digest;
        this.header = header;
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
            String digest = Utf8Scan.digest(path);
            return new MappingFile(path, digest, readHeader(path));
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
        return digest;
    }

    /**
     * The columns in the file's order: ours by their canonical names, the others as the file spells them. A column
     * without a name is called by its place, such as {@code column 5}.
     */
    public List<String> header() {
        return header.columns();
    }

    /** The columns that are not ours and are only carried along, in the file's order. */
    public List<String> extraColumns() {
        return header.extraColumns();
    }

    /** Begins to read the rows. */
    public MappingLines lines() throws IOException {
        var bytes = new DigestInputStream(Files.newInputStream(path), Sha256.begin());
        RowReader rows = rows(bytes);
        rows.next(fields -> true);
        return new MappingLines(this, rows, header, bytes.getMessageDigest());
    }

    private static Header readHeader(Path path) throws IOException {
        try (RowReader rows = rows(Files.newInputStream(path))) {
            Row row = rows.next(fields -> true);
            if (row == null) {
                throw new UnusableMappingFileException(path, "it is empty");
            }
            Header header = Header.of(path, row);
            if (rows.next(header::fitsSeveralLines) == null) {
                throw new UnusableMappingFileException(path, "it has a header but no rows");
            }
            return header;
        }
    }

    private static RowReader rows(InputStream bytes) throws IOException {
        var characters = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        characters.mark(1);
        if (characters.read() != BYTE_ORDER_MARK) {
            characters.reset();
        }
        return new RowReader(new PhysicalLines(characters));
    }
}
