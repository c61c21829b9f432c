package io.catalogimport.jobs;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.databind.JsonNode;

/** Finds what does not fit a request of AWS's API, as the SDK's model knows it: members, types, values of enums. */
final class AwsSchema {
    private final UnaryOperator<String> spelling;
    private final List<String> faults = new ArrayList<>();

    private AwsSchema(UnaryOperator<String> spelling) {
        this.spelling = spelling;
    }

    /** The faults of a request as the AWS CLI reads it. */
    static List<String> faults(SdkPojo request, JsonNode json) {
        return new AwsSchema(UnaryOperator.identity()).check(request, json);
    }

    /** The faults of a request in a state machine, where the members begin with a capital letter. */
    static List<String> faultsOfArguments(SdkPojo request, JsonNode json) {
        return new AwsSchema(AwsSchema::capitalized).check(request, json);
    }

    private List<String> check(SdkPojo request, JsonNode json) {
        object(request, json, "");
        return faults;
    }

    private void object(SdkPojo model, JsonNode json, String path) {
        if (!json.isObject()) {
            faults.add(path + ": is no object");
            return;
        }
        Map<String, SdkField<?>> known =
                model.sdkFields().stream().collect(toMap(field -> spelling.apply(field.memberName()), field -> field));
        json.properties().forEach(member -> {
            SdkField<?> field = known.get(member.getKey());
            String place = path + "/" + member.getKey();
            if (field == null) {
                faults.add(place + ": is not known");
            } else {
                value(field, member.getValue(), place, values(model, field));
            }
        });
    }

    private void value(SdkField<?> field, JsonNode json, String path, Set<String> values) {
        switch (field.marshallingType().getKnownType()) {
            case STRING -> {
                expect(json.isString(), path, "is no string");
                expect(values.isEmpty() || values.contains(json.asString()), path, "is none of " + values);
            }
            case INTEGER, LONG -> expect(json.isIntegralNumber(), path, "is no integer");
            case BOOLEAN -> expect(json.isBoolean(), path, "is no boolean");
            case SDK_POJO -> object(field.constructor().get(), json, path);
            case LIST -> {
                expect(json.isArray(), path, "is no list");
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                JobFiles.stream(json).forEach(element -> value(member, element, path + "/*", values));
            }
            case MAP -> {
                expect(json.isObject(), path, "is no map");
                SdkField<?> entry = field.getTrait(MapTrait.class).valueFieldInfo();
                json.properties().forEach(e -> value(entry, e.getValue(), path + "/" + e.getKey(), Set.of()));
            }
            default -> faults.add(path + ": has a type that this test does not know");
        }
    }

    private void expect(boolean fits, String path, String fault) {
        if (!fits) {
            faults.add(path + ": " + fault);
        }
    }

    /** The values of an enum, or of a list of them. The field itself knows only strings, but the getter knows more. */
    private static Set<String> values(SdkPojo builder, SdkField<?> field) {
        Class<?> model = builder.getClass().getEnclosingClass();
        String member = field.memberName();
        return Arrays.stream(model.getMethods())
                .filter(method -> method.getName().equals(member) && method.getParameterCount() == 0)
                .map(method -> elementType(method.getGenericReturnType()))
                .filter(type -> type instanceof Class<?> && ((Class<?>) type).isEnum())
                .flatMap(type -> Arrays.stream(((Class<?>) type).getEnumConstants()))
                .map(String::valueOf)
                .collect(toSet());
    }

    private static Type elementType(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }

    private static String capitalized(String member) {
        return Character.toUpperCase(member.charAt(0)) + member.substring(1);
    }
}
