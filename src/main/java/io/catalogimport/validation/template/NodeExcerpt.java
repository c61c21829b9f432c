package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;

/** A part of a template as short JSON. What follows after about 80 characters is left out. */
final class NodeExcerpt {
    private static final int LONGEST = 80;

    private final StringBuilder json = new StringBuilder();

    String of(TemplateNode node) {
        append(node);
        return json.toString();
    }

    private void append(TemplateNode node) {
        if (node instanceof Scalar scalar) {
            append(scalar);
        } else if (node instanceof Items list) {
            json.append('[');
            String separator = "";
            for (TemplateNode item : list.items()) {
                json.append(separator);
                if (isFull()) {
                    break;
                }
                append(item);
                separator = ", ";
            }
            json.append(']');
        } else if (node instanceof Entries object) {
            json.append('{');
            String separator = "";
            for (var entry : object.entries().entrySet()) {
                json.append(separator);
                if (isFull()) {
                    break;
                }
                json.append(Excerpt.of(entry.getKey())).append(": ");
                append(entry.getValue());
                separator = ", ";
            }
            json.append('}');
        } else {
            json.append("null");
        }
    }

    private void append(Scalar scalar) {
        if (scalar.isOpen() || scalar.isAsWritten()) {
            json.append(Excerpt.of(scalar.written()));
        } else {
            json.append(Excerpt.of(scalar.text()))
                    .append(" (written ")
                    .append(scalar.written())
                    .append(')');
        }
    }

    private boolean isFull() {
        boolean full = json.length() > LONGEST;
        if (full) {
            json.append('…');
        }
        return full;
    }
}
