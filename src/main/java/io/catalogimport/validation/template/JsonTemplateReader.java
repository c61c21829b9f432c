package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token, because a tree of Jackson's would lose how numbers were written. */
final class JsonTemplateReader {
    private final JsonParser parser;
    private final NodeBudget budget = new NodeBudget();

    private JsonTemplateReader(JsonParser parser) {
        this.parser = parser;
    }

    static TemplateNode read(String template) throws UnreadableTemplateException {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), template)) {
            parser.nextToken();
            TemplateNode root = new JsonTemplateReader(parser).node(0);
            if (parser.nextToken() != null) {
                throw new UnreadableTemplateException("something follows the end of the JSON, on line "
                        + parser.currentTokenLocation().getLineNr());
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new UnreadableTemplateException(
                    "its JSON has a number of over 1,000 digits, or a key of over 50,000 characters");
        } catch (JacksonException e) {
            throw new UnreadableTemplateException("it is not well-formed JSON" + where(e));
        }
    }

    /** Not every exception of Jackson's knows where. */
    private static String where(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return (location == null ? "" : " on line " + location.getLineNr()) + " ("
                + Excerpt.of(String.valueOf(e.getOriginalMessage())) + ")";
    }

    private TemplateNode node(int depth) throws UnreadableTemplateException {
        budget.take(depth);
        return switch (parser.currentToken()) {
            case START_OBJECT -> Intrinsics.entries(entries(depth));
            case START_ARRAY -> new TemplateNode.Items(items(depth));
            case VALUE_NULL -> new TemplateNode.Null();
            default -> new TemplateNode.Scalar(parser.getString());
        };
    }

    private List<TemplateNode> items(int depth) throws UnreadableTemplateException {
        var items = new ArrayList<TemplateNode>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return items;
    }

    private Map<String, TemplateNode> entries(int depth) throws UnreadableTemplateException {
        var entries = new LinkedHashMap<String, TemplateNode>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (entries.put(key, node(depth + 1)) != null) {
                throw new UnreadableTemplateException("the key " + Excerpt.of(key) + " is repeated on line " + line);
            }
        }
        return entries;
    }
}
