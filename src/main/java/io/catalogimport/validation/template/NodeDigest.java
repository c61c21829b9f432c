package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The digest of a template in which the order of keys counts for nothing. */
final class NodeDigest {
    /** A group is compared in earnest afterwards, so that half a digest is enough for it. */
    private static final int CHARACTERS_OF_A_GROUP = 32;

    private final MessageDigest sha = sha256();
    private final UnaryOperator<String> form;
    private boolean hasMergedKeys;

    private NodeDigest(UnaryOperator<String> form) {
        this.form = form;
    }

    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String ofGroup(String kind, String text) {
        return ofText(kind + " " + text).substring(0, CHARACTERS_OF_A_GROUP);
    }

    /** Templates with the same digest are the same to the comparison. How numbers are spelled makes no difference to it. */
    static String exact(TemplateNode node) {
        return exact(node, UnaryOperator.identity());
    }

    /** The digest of the template with its texts in this form. */
    static String exact(TemplateNode node, UnaryOperator<String> form) {
        return HexFormat.of().formatHex(new NodeDigest(form).of(node));
    }

    /** Templates that are the same to the comparison have the same digest, if no lost character has changed the structure. */
    static Coarse coarse(TemplateNode node) {
        NodeDigest digest = new NodeDigest(CoarseText::of);
        String group = HexFormat.of().formatHex(digest.of(node)).substring(0, CHARACTERS_OF_A_GROUP);
        return new Coarse(group, digest.hasMergedKeys);
    }

    /**
     * A coarse digest.
     *
     * @param hasMergedKeys whether two keys of an object have one coarse form
     */
    record Coarse(String group, boolean hasMergedKeys) {}

    private byte[] of(TemplateNode node) {
        if (node instanceof Entries object) {
            return ofEntries(object);
        }
        if (node instanceof Items list) {
            List<byte[]> items = list.items().stream().map(this::of).toList();
            sha.update((byte) 'L');
            items.forEach(sha::update);
            return sha.digest();
        }
        if (node instanceof Scalar scalar) {
            sha.update((byte) 'S');
            update(form.apply(scalar.text()));
            return sha.digest();
        }
        sha.update((byte) 'N');
        return sha.digest();
    }

    private byte[] ofEntries(Entries object) {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>();
        object.entries().forEach((key, value) -> entries.add(Map.entry(form.apply(key), of(value))));
        // Two keys can have one coarse form.
        entries.sort(Map.Entry.<String, byte[]>comparingByKey().thenComparing(Map.Entry::getValue, Arrays::compare));
        sha.update((byte) 'O');
        String before = null;
        for (Map.Entry<String, byte[]> entry : entries) {
            hasMergedKeys |= entry.getKey().equals(before);
            before = entry.getKey();
            update(entry.getKey());
            sha.update(entry.getValue());
        }
        return sha.digest();
    }

    /** With its length, so that two texts in a row cannot be taken for two others. */
    private void update(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha.update((byte) (bytes.length >> shift));
        }
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
