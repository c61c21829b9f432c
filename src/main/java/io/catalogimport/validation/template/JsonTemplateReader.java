package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.UnreadableTemplateException.NotJson;
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
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON token by token, because Jackson's tree would not keep how numbers were written. */
final class JsonTemplateReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .build();

    private final JsonParser parser;
    private final RepeatedKeys repeated;
    private final NodeBudget budget = new NodeBudget();

    private JsonTemplateReader(JsonParser parser, RepeatedKeys repeated) {
        this.parser = parser;
        this.repeated = repeated;
    }

    static TemplateNode read(String template, RepeatedKeys repeated) throws UnreadableTemplateException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), template)) {
            parser.nextToken();
            TemplateNode root = new JsonTemplateReader(parser, repeated).node(0);
            if (parser.nextToken() != null) {
                throw new NotJson("something follows the end of the JSON, on line "
                        + parser.currentTokenLocation().getLineNr());
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new UnreadableTemplateException(
                    "its JSON has a number of over 1,000 digits, or a key of over 50,000 characters");
        } catch (JacksonException e) {
            throw new NotJson("it is not well-formed JSON" + where(e));
        }
    }

    /** Not every exception of Jackson has a place. */
    private static String where(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return (location == null ? "" : " on line " + location.getLineNr()) + " ("
                + Excerpt.of(String.valueOf(e.getOriginalMessage())) + ")";
    }

    private TemplateNode node(int depth) throws UnreadableTemplateException {
        budget.take(depth);
        return switch (parser.currentToken()) {
            case START_OBJECT -> Intrinsics.entries(new TemplateNode.Entries(entries(depth)));
            case START_ARRAY -> new TemplateNode.Items(items(depth));
            case VALUE_NULL -> new TemplateNode.Null();
            case VALUE_NUMBER_INT -> PlainScalar.integer(parser.getString());
            case VALUE_NUMBER_FLOAT -> PlainScalar.fraction(parser.getString());
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
                repeated.add(key, line);
            }
        }
        return entries;
    }
}
