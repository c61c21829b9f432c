package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One term of a search query. {@code field:value} asks for exactly this value; any other text is looked for in all
 * fields.
 */
record SearchTerm(@Nullable String field, String value) {

    private static final Map<String, Field> FIELDS = fields();

    /** Reads one searchable field; absent where the provisioned product has none. */
    private interface Field {
        Optional<String> of(SandboxProvisionedProduct product, Instant now);
    }

    static SearchTerm parse(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? "" : text.substring(0, colon).strip();
        return FIELDS.containsKey(field)
                ? new SearchTerm(field, unquoted(text.substring(colon + 1).strip()))
                : new SearchTerm(null, unquoted(text.strip()));
    }

    boolean matches(SandboxProvisionedProduct product, Instant now) {
        Field asked = field == null ? null : FIELDS.get(field);
        if (asked != null) {
            return asked.of(product, now).filter(value::equals).isPresent();
        }
        return FIELDS.values().stream().anyMatch(any -> any.of(product, now)
                .filter(text -> text.contains(value))
                .isPresent());
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("arn", fixed(Origin::arn));
        fields.put("createdTime", fixed(origin -> origin.createdAt().toString()));
        fields.put("id", (product, now) -> Optional.of(product.id()));
        fields.put("idempotencyToken", fixed(Origin::token));
        fields.put("lastProvisioningRecordId", (product, now) -> Optional.of(product.lastProvisioningRecordId()));
        fields.put("lastRecordId", (product, now) -> Optional.of(product.lastRecordId()));
        fields.put("lastSuccessfulProvisioningRecordId", SandboxProvisionedProduct::lastSuccessfulRecordId);
        fields.put("name", fixed(Origin::name));
        fields.put("physicalId", fixed(origin -> origin.stack().arn()));
        fields.put("productId", fixed(origin -> origin.product().id()));
        fields.put("productName", fixed(origin -> origin.product().name()));
        fields.put(
                "provisioningArtifactId",
                (product, now) -> Optional.of(product.artifact(now).id()));
        fields.put(
                "provisioningArtifactName",
                (product, now) -> Optional.of(product.artifact(now).name()));
        fields.put("status", (product, now) -> Optional.of(product.status(now).name()));
        fields.put("tags", (product, now) -> Optional.empty());
        fields.put("type", fixed(origin -> "CFN_STACK"));
        fields.put("userArn", (product, now) -> Optional.of(product.owner(now).principalArn()));
        fields.put(
                "userArnSession",
                (product, now) -> Optional.of(product.owner(now).userArn()));
        return fields;
    }

    /** A field that never changes. */
    private static Field fixed(Function<Origin, String> value) {
        return (product, now) -> Optional.of(value.apply(product.origin()));
    }
}
