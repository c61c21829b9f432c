package io.catalogimport.sandbox.wire;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes answers as XML the way AWS does: list items are {@code member} elements, times are ISO 8601 in UTC. */
public final class Xml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    /** What XML 1.0 cannot hold, not even escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Xml() {}

    public static String document(String root, String namespace, Answer content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            if (!namespace.isEmpty()) {
                xml.writeDefaultNamespace(namespace);
            }
            writeContent(xml, content.members());
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
        return text.toString();
    }

    private static void writeContent(XMLStreamWriter xml, Object value) throws XMLStreamException {
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                writeElement(xml, member.getKey().toString(), member.getValue());
            }
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                writeElement(xml, "member", item);
            }
        } else if (value instanceof Instant time) {
            xml.writeCharacters(TIME.format(time));
        } else {
            xml.writeCharacters(NO_XML.matcher(value.toString()).replaceAll("?"));
        }
    }

    private static void writeElement(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        writeContent(xml, value);
        xml.writeEndElement();
    }
}
