package io.catalogimport.sandbox.template;

import java.util.List;
import java.util.Map;

/** Turns the different forms of CloudFormation's intrinsic functions into one. */
final class FunctionForms {
    private static final String GET_ATT = "Fn::GetAtt";

    private FunctionForms() {}

    static Object longForm(String shortName, Object argument) {
        String name = shortName.equals("Ref") || shortName.equals("Condition") ? shortName : "Fn::" + shortName;
        return normal(Map.of(name, argument));
    }

    /** {@code Fn::GetAtt} may be given {@code Queue.Arn} in place of the resource and attribute in a list. */
    static Map<String, Object> normal(Map<String, Object> map) {
        if (map.size() == 1 && map.get(GET_ATT) instanceof String attribute && attribute.contains(".")) {
            return Map.of(GET_ATT, List.of(attribute.split("\\.", 2)));
        }
        return map;
    }
}
