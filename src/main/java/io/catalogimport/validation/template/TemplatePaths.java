package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.stream.IntStream;

/** The hashes of a template's paths, and of what stands at them. A list's items have one path, whatever their order. */
final class TemplatePaths {
    private static final long ROOT = 0x9E3779B97F4A7C15L;
    private static final long ITEM = 1;
    private static final long VALUE = 2;
    private static final long MULTIPLIER = 0xFF51AFD7ED558CCDL;

    private final IntStream.Builder hashes = IntStream.builder();

    private TemplatePaths() {}

    static IntStream hashes(TemplateNode template) {
        TemplatePaths paths = new TemplatePaths();
        paths.add(template, ROOT);
        return paths.hashes.build();
    }

    private void add(TemplateNode node, long path) {
        if (node instanceof Entries object) {
            object.entries().forEach((key, value) -> {
                long of = mixed(path, hash(key));
                hashes.add((int) of);
                add(value, of);
            });
        } else if (node instanceof Items list) {
            long of = mixed(path, ITEM);
            list.items().forEach(item -> add(item, of));
        } else if (node instanceof Scalar scalar) {
            hashes.add((int) mixed(mixed(path, VALUE), hash(scalar.text())));
        }
    }

    /** Of 64 bits, because those of {@link String#hashCode()} collide too often. */
    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_099_511_628_211L + text.charAt(i);
        }
        return hash;
    }

    private static long mixed(long one, long other) {
        long mixed = (one ^ Long.rotateLeft(other, 32)) * MULTIPLIER;
        mixed ^= mixed >>> 33;
        mixed *= MULTIPLIER;
        return mixed ^ (mixed >>> 29);
    }
}
