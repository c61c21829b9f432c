package io.catalogimport.mapping;

import io.catalogimport.aws.StackArn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping in a test: the stack {@code orders} on line 2, where nothing else is said. */
public final class MappingBuilder {
    private final int line;
    private final StackArn stack;
    private final String productId;
    private final String artifactId;
    private final String name;
    private final VersionNames names;

    private MappingBuilder(int line, StackArn stack, String productId, String artifactId, String name) {
        this(line, stack, productId, artifactId, name, VersionNames.NONE);
    }

    private MappingBuilder(
            int line, StackArn stack, String productId, String artifactId, String name, VersionNames names) {
        this.line = line;
        this.stack = stack;
        this.productId = productId;
        this.artifactId = artifactId;
        this.name = name;
        this.names = names;
    }

    public static MappingBuilder aMapping() {
        StackArn stack = new StackArn("aws", "eu-central-1", "111122223333", "orders", "0a1b2c3d");
        return new MappingBuilder(2, stack, "prod-web", "pa-web-1", "orders-live");
    }

    public MappingBuilder onLine(int other) {
        return new MappingBuilder(other, stack, productId, artifactId, name);
    }

    /** Another stack, and a name of its own with it. */
    public MappingBuilder ofStack(String stackName) {
        StackArn other = new StackArn(stack.partition(), stack.region(), stack.account(), stackName, stack.stackId());
        return new MappingBuilder(line, other, productId, artifactId, stackName + "-live");
    }

    public MappingBuilder inAccount(String account) {
        StackArn other = new StackArn(stack.partition(), stack.region(), account, stack.stackName(), stack.stackId());
        return new MappingBuilder(line, other, productId, artifactId, name);
    }

    public MappingBuilder inRegion(String region) {
        StackArn other = new StackArn(stack.partition(), region, stack.account(), stack.stackName(), stack.stackId());
        return new MappingBuilder(line, other, productId, artifactId, name);
    }

    public MappingBuilder toProduct(String other) {
        return new MappingBuilder(line, stack, other, artifactId, name);
    }

    public MappingBuilder toArtifact(String other) {
        return new MappingBuilder(line, stack, productId, other, name);
    }

    public MappingBuilder named(String other) {
        return new MappingBuilder(line, stack, productId, artifactId, other);
    }

    /** Names product and version, and gives no ids. To be said last. */
    public MappingBuilder byNames(String product, String version) {
        return new MappingBuilder(line, stack, "", "", name, new VersionNames(product, version));
    }

    /** Gives these names beside the ids. To be said last. */
    public MappingBuilder withNames(String product, String version) {
        return new MappingBuilder(line, stack, productId, artifactId, name, new VersionNames(product, version));
    }

    public StackMapping build() {
        return new StackMapping(line, stack, productId, artifactId, name, names);
    }

    /** The mapping as the row of a file that has no columns but the required ones. */
    public MappingLine asLine() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("stack_arn", stack.toString());
        columns.put("product_id", productId);
        columns.put("provisioning_artifact_id", artifactId);
        columns.put("provisioned_product_name", name);
        if (!names.equals(VersionNames.NONE)) {
            columns.put("product_name", names.product());
            columns.put("provisioning_artifact_name", names.provisioningArtifact());
        }
        return new MappingLine(line, columns, String.join(",", columns.values()), List.of());
    }
}
