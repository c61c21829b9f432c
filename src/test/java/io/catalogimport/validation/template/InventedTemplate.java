package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Call;
import io.catalogimport.validation.template.Value.Flag;
import io.catalogimport.validation.template.Value.Fraction;
import io.catalogimport.validation.template.Value.Mapping;
import io.catalogimport.validation.template.Value.Sequence;
import io.catalogimport.validation.template.Value.Text;
import io.catalogimport.validation.template.Value.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Invents templates in which everything occurs that is easy to read wrongly. */
final class InventedTemplate {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "yes",
            "No",
            "ON",
            "true",
            "null",
            "~",
            "y",
            "012345670123",
            "000400",
            "0x1F",
            "1_000",
            "1.0",
            "2.50",
            "1e3",
            "12:30",
            "2012-10-17",
            "80",
            "a: b",
            "a #b",
            "# a",
            "- a",
            "? a",
            "?",
            "& a",
            "*a",
            "!Ref A",
            "{{resolve:ssm:/a/b:1}}",
            "[a",
            "%a",
            "@a",
            "`a`",
            "|",
            ">",
            "it's",
            "\"quoted\"",
            "C:\\dir\\new",
            "a\tb",
            " a",
            "a ",
            "${A} and ${B.Arn}",
            "${!Literal}",
            "arn:aws:s3:::bucket/*",
            "first\nsecond",
            "first\nsecond\n",
            "first\n\nthird\n\n",
            "#!/bin/bash -xe\necho \"a: b\" # c\n  indented\n",
            "one two three four\nfive six\n",
            "café",
            "→ deploys",
            "naïve 李 😀",
            "Straße",
            "a = b",
            "a,b",
            "/a/b.c",
            "-",
            "--",
            "...",
            "<<",
            "=");
    private static final List<String> ATTRIBUTES = List.of("Arn", "Outputs.Url", "Endpoint.Address");

    private final Dice dice;
    private int names;

    InventedTemplate(Dice dice) {
        this.dice = dice;
    }

    /** A template of so many resources. */
    Mapping template(int resources) {
        Map<String, Value> parts = new LinkedHashMap<>();
        sometimes(parts, "AWSTemplateFormatVersion", () -> new Text("2010-09-09"));
        sometimes(parts, "Description", this::text);
        sometimes(parts, "Transform", () -> new Sequence(some(1, () -> new Text(name("Macro")))));
        sometimes(parts, "Metadata", () -> object(2));
        sometimes(parts, "Parameters", () -> named(this::parameter));
        sometimes(parts, "Mappings", () -> named(() -> named(() -> named(this::scalar))));
        sometimes(parts, "Conditions", () -> named(this::condition));
        parts.put("Resources", new Mapping(resources(resources)));
        sometimes(parts, "Outputs", () -> named(this::output));
        return new Mapping(parts);
    }

    private Map<String, Value> resources(int count) {
        Map<String, Value> resources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            resources.put(name("Resource"), resource());
        }
        return resources;
    }

    private Value resource() {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("Type", new Text("AWS::Service::" + name("Type")));
        sometimes(parts, "Properties", () -> object(3));
        sometimes(parts, "DependsOn", () -> new Sequence(some(1, () -> new Text(name("Resource")))));
        sometimes(parts, "Condition", () -> new Text(name("Condition")));
        sometimes(parts, "DeletionPolicy", () -> new Text("Retain"));
        sometimes(parts, "Metadata", () -> new Mapping(Map.of("AWS::CloudFormation::Init", object(2))));
        return new Mapping(parts);
    }

    private Value parameter() {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("Type", new Text(dice.oneOf("String", "Number", "CommaDelimitedList")));
        sometimes(parts, "Default", this::scalar);
        sometimes(parts, "NoEcho", this::flag);
        sometimes(parts, "AllowedValues", () -> new Sequence(some(1, this::scalar)));
        sometimes(parts, "ConstraintDescription", this::text);
        return new Mapping(parts);
    }

    private Value output() {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("Value", value(1));
        sometimes(parts, "Description", this::text);
        return new Mapping(parts);
    }

    private Value condition() {
        return dice.oneOf(
                new Call("Fn::Equals", new Sequence(List.of(reference(), scalar()))),
                new Call("Fn::Not", new Sequence(List.of(new Call("Condition", new Text(name("Condition")))))),
                new Call("Fn::Or", new Sequence(some(2, () -> new Call("Condition", new Text(name("Condition")))))));
    }

    private Value value(int depth) {
        if (depth == 0) {
            return dice.once(4) ? reference() : scalar();
        }
        return switch (dice.below(6)) {
            case 0 -> object(depth - 1);
            case 1 -> new Sequence(some(0, () -> value(depth - 1)));
            case 2, 3 -> call(depth - 1);
            default -> scalar();
        };
    }

    private Value call(int depth) {
        return switch (dice.below(12)) {
            case 0 ->
                new Call("Fn::Join", new Sequence(List.of(new Text("-"), new Sequence(some(2, this::reference)))));
            case 1 -> new Call("Fn::If", new Sequence(List.of(new Text(name("C")), value(depth), value(depth))));
            case 2 -> new Call("Fn::Select", new Sequence(List.of(whole(), new Call("Fn::GetAZs", new Text("")))));
            case 3 -> new Call("Fn::Sub", new Sequence(List.of(text(), object(1))));
            case 4 -> new Call("Fn::Base64", new Call("Fn::Sub", text()));
            case 5 -> new Call("Fn::FindInMap", new Sequence(some(3, this::text)));
            case 6 -> new Call("Fn::ImportValue", new Call("Fn::Sub", text()));
            case 7 -> new Call("Fn::Split", new Sequence(List.of(new Text(","), reference())));
            case 8 -> new Call("Fn::Cidr", new Sequence(List.of(reference(), whole(), whole())));
            case 9 -> new Call("Fn::ToJsonString", object(depth));
            case 10 -> new Call("Fn::Transform", object(1));
            default -> reference();
        };
    }

    private Value reference() {
        return switch (dice.below(4)) {
            case 0 -> new Call("Fn::GetAtt", new Text(name("Resource") + "." + dice.oneOf(ATTRIBUTES)));
            case 1 -> new Call("Fn::Sub", text());
            case 2 -> new Call("Fn::GetAZs", new Text(dice.oneOf("", "eu-central-1")));
            default -> new Call("Ref", new Text(dice.once(3) ? "AWS::Region" : name("Resource")));
        };
    }

    private Value scalar() {
        return switch (dice.below(6)) {
            case 0 -> whole();
            case 1 -> flag();
            case 2 -> new Fraction(dice.below(90) + "." + (1 + dice.below(9)));
            default -> text();
        };
    }

    private Text text() {
        if (dice.once(3)) {
            return new Text(name("text") + " of " + name("words"));
        }
        String text = dice.oneOf(TEXTS);
        return new Text(dice.once(20) ? (text + " ").repeat(30) + text : text);
    }

    private Whole whole() {
        return new Whole(dice.once(4) ? dice.below(1_000_000) : dice.below(600));
    }

    private Flag flag() {
        return new Flag(dice.once(2));
    }

    /** At least one entry. */
    private Value object(int depth) {
        Map<String, Value> entries = new LinkedHashMap<>();
        int count = 1 + dice.below(5);
        for (int i = 0; i < count; i++) {
            entries.put(dice.once(12) ? "k é" + name(": ") : name("Key"), value(depth));
        }
        return new Mapping(entries);
    }

    private Value named(Supplier<Value> part) {
        Map<String, Value> entries = new LinkedHashMap<>();
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            entries.put(name("Name"), part.get());
        }
        return new Mapping(entries);
    }

    private List<Value> some(int least, Supplier<Value> item) {
        List<Value> items = new ArrayList<>();
        int count = least + dice.below(3);
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }

    private void sometimes(Map<String, Value> parts, String key, Supplier<Value> part) {
        if (dice.once(2)) {
            parts.put(key, part.get());
        }
    }

    private String name(String kind) {
        names++;
        return kind + Integer.toString(names, 36);
    }
}
