package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.flag;
import static io.catalogimport.sandbox.wire.Constraints.list;
import static io.catalogimport.sandbox.wire.Constraints.map;
import static io.catalogimport.sandbox.wire.Constraints.members;
import static io.catalogimport.sandbox.wire.Constraints.oneOf;
import static io.catalogimport.sandbox.wire.Constraints.text;
import static io.catalogimport.sandbox.wire.Constraints.whole;

import io.catalogimport.sandbox.wire.Constraint;
import io.catalogimport.sandbox.wire.Constraint.Structure;

/** The constraints that Service Catalog's model puts on what several operations share. */
final class Shapes {
    static final Constraint ID = text(1, 100, "^[a-zA-Z0-9_\\-]*");
    static final Constraint NAME = text(1, 128, "[a-zA-Z0-9][a-zA-Z0-9._-]*");
    static final Constraint NAME_OR_ARN = text(
            1,
            1224,
            "[a-zA-Z0-9][a-zA-Z0-9._-]{0,127}|arn:[a-z0-9-\\.]{1,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:"
                    + "[a-z0-9-\\.]{0,63}:[^/].{0,1023}");
    static final Constraint TOKEN = text(1, 128, "[a-zA-Z0-9][a-zA-Z0-9_-]*");
    static final Constraint LONG_TEXT = text(0, 8191);
    static final Constraint PATH_NAME = text(1, 100);
    static final Constraint ARTIFACT_NAME = text(0, 8192);
    static final Constraint SORT_ORDER = oneOf("ASCENDING", "DESCENDING");
    static final Constraint FILTERS = map(0, 100, list(100, text()));
    static final Constraint TAGS = list(
            20,
            members()
                    .required("Key", text(1, 128, "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"))
                    .required("Value", text(1, 256, "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$")));
    static final Structure ARTIFACT_PROPERTIES = members()
            .optional("Name", ARTIFACT_NAME)
            .optional("Description", ARTIFACT_NAME)
            .optional("Info", map(1, 100, text()))
            .optional(
                    "Type",
                    oneOf(
                            "CLOUD_FORMATION_TEMPLATE",
                            "MARKETPLACE_AMI",
                            "MARKETPLACE_CAR",
                            "TERRAFORM_OPEN_SOURCE",
                            "TERRAFORM_CLOUD",
                            "EXTERNAL"))
            .optional("DisableTemplateValidation", flag());
    static final Constraint ACCESS_LEVEL_FILTER =
            members().optional("Key", oneOf("Account", "Role", "User")).optional("Value", text());

    private static final String PAGE_TOKEN = "[\\u0009\\u000a\\u000d\\u0020-\\uD7FF\\uE000-\\uFFFD]*";

    private Shapes() {}

    /** What every operation takes. The model allows any text; AWS's pages name these three. */
    static Structure localised() {
        return members().optional("AcceptLanguage", oneOf("en", "jp", "zh"));
    }

    static Structure paged(int maxPageSize) {
        return localised().optional("PageToken", text(0, 2024, PAGE_TOKEN)).optional("PageSize", whole(0, maxPageSize));
    }
}
