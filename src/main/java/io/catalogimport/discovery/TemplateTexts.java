package io.catalogimport.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The texts of templates that were read, by their digests: compressed and only as far as there is room, because few of them
 * are needed again. For use by several threads.
 */
final class TemplateTexts {
    private static final long ROOM = 64L << 20;

    private final long room;
    private final Map<String, byte[]> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    TemplateTexts() {
        this(ROOM);
    }

    /** @param room how many bytes the compressed texts may take */
    TemplateTexts(long room) {
        this.room = room;
    }

    void keep(String digest, String text) {
        keep(digest, compressed(text));
    }

    private synchronized void keep(String digest, byte[] text) {
        if (texts.put(digest, text) == null) {
            taken += text.length;
        }
        Iterator<byte[]> eldest = texts.values().iterator();
        while (taken > room) {
            taken -= eldest.next().length;
            eldest.remove();
        }
    }

    Optional<String> find(String digest) {
        return kept(digest).map(TemplateTexts::text);
    }

    private synchronized Optional<byte[]> kept(String digest) {
        return Optional.ofNullable(texts.get(digest));
    }

    private static byte[] compressed(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] compressed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
