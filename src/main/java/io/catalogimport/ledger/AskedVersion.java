package io.catalogimport.ledger;

/**
 * What a row asks for, by id or by name, so that rows can be compared. What a name stands for is not known before validation.
 * No id has a blank in it, so no id can be taken for a name.
 */
final class AskedVersion {
    private AskedVersion() {}

    /** The statement, with a row's product in the places of {@code {product}} and its version in those of {@code {artifact}}. */
    static String in(String statement) {
        return statement
                .replace("{product}", "coalesce(product_id, 'name ' || product_name)")
                .replace("{artifact}", "coalesce(provisioning_artifact_id, 'name ' || artifact_name)");
    }
}
