package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.template.Template;
import io.catalogimport.sandbox.world.Ids;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Portfolio;
import io.catalogimport.sandbox.world.Principal;
import io.catalogimport.sandbox.world.ProductConstraint;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.Stack;
import io.catalogimport.sandbox.world.TagOptions.TagOption;
import io.catalogimport.sandbox.world.Timeline;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plants what a seed says of one account and region. */
final class SeededRegion {
    private static final Map<String, SandboxStackStatus> STATUSES =
            Arrays.stream(SandboxStackStatus.values()).collect(Collectors.toMap(Enum::name, Function.identity()));
    private static final String STACK_NAME = "[a-zA-Z][a-zA-Z0-9-]{0,127}";

    /** Whether it means that the version is deprecated. */
    private static final Map<String, Boolean> GUIDANCE = Map.of("DEFAULT", false, "DEPRECATED", true);

    private final World world;
    private final RegionalState state;
    private final SeedFiles files;
    private final Instant now;

    SeededRegion(World world, RegionalState state, SeedFiles files, Instant now) {
        this.world = world;
        this.state = state;
        this.files = files;
        this.now = now;
    }

    void plant(SeedNode region) {
        region.items("stacks").forEach(this::plantStack);
        region.items("products").forEach(this::plantProduct);
        region.items("portfolios").forEach(this::plantPortfolio);
        SeededProvisionedProducts provisioned = new SeededProvisionedProducts(world, state, now);
        region.items("provisionedProducts").forEach(provisioned::plant);
    }

    private void plantStack(SeedNode node) {
        node.allowing(
                "name",
                "id",
                "status",
                "template",
                "processedTemplate",
                "parent",
                "tags",
                "terminationProtection",
                "roleArn",
                "drift",
                "import");
        String name = node.text("name");
        if (!name.matches(STACK_NAME)) {
            throw node.wrong(name + " is no stack name: letters, digits and hyphens, a letter first");
        }
        Location location = state.location();
        String id = node.text("id", Ids.derivedStackId(location, name));
        Template original = files.template(required(node, "template"));
        Map<String, String> tags = new LinkedHashMap<>();
        node.find("tags").ifPresent(map -> map.entries().forEach((key, value) -> tags.put(key, value.text())));
        Stack.Details details = new Stack.Details(
                original,
                node.find("processedTemplate").map(files::template).orElse(original),
                node.find("parent").map(parent -> stack(state, parent, now)).orElse(null),
                tags,
                defaults(original),
                List.of(),
                ImportPlanReader.read(node));
        SandboxStackStatus status =
                node.find("status").map(given -> given.oneOf(STATUSES)).orElse(SandboxStackStatus.CREATE_COMPLETE);
        String arn = location.arn("cloudformation", "stack/" + name + "/" + id);
        if (state.stacks().findByArn(arn).isPresent()) {
            throw node.wrong("there is a stack " + arn + " already");
        }
        Stack stack = new Stack(arn, name, Timeline.starting(now, status), now, details);
        stack.change(new Stack.Settings(
                node.flag("terminationProtection", false),
                node.find("roleArn").map(SeedNode::text).orElse(null),
                node.text("drift", Stack.Settings.NOT_CHECKED)));
        state.stacks().add(stack);
    }

    private void plantProduct(SeedNode node) {
        node.allowing("id", "name", "owner", "description", "versions", "tagOptions", "sharedFrom");
        String name = node.text("name");
        String id = node.text("id", Ids.derived("prod-", state.location(), "product", name));
        Map<String, String> description = new LinkedHashMap<>();
        description.put("Name", name);
        description.put("Owner", node.text("owner", "platform"));
        node.find("description").ifPresent(text -> description.put("Description", text.text()));
        Location owner = new Location(
                node.text("sharedFrom", state.location().account()),
                state.location().region());
        SandboxProduct product = new SandboxProduct(id, owner.arn("catalog", "product/" + id), now, description);
        node.items("versions").forEach(version -> product.add(artifact(product, version)));
        state.catalog().add(product);
        plantTagOptions(id, node);
    }

    private SandboxArtifact artifact(SandboxProduct product, SeedNode node) {
        node.allowing("id", "name", "description", "template", "active", "guidance", "info", "stack", "created");
        String name = node.text("name");
        String id = node.text("id", Ids.derived("pa-", state.location(), "artifact", product.name() + "/" + name));
        Template template = files.template(required(node, "template"));
        ArtifactInfo info = ArtifactInfo.of(world, state, node, template, product.id() + "/" + id + ".template", now);
        return new SandboxArtifact(
                id,
                name,
                node.find("description").map(SeedNode::text).orElse(null),
                node.find("created").map(SeededRegion::time).orElse(now),
                node.flag("active", true),
                node.find("guidance").map(guidance -> guidance.oneOf(GUIDANCE)).orElse(false),
                template,
                info.usual(),
                info.verbose());
    }

    private static Instant time(SeedNode node) {
        try {
            return Instant.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong(node.text() + " is no time such as 2026-01-31T12:00:00Z");
        }
    }

    private void plantPortfolio(SeedNode node) {
        node.allowing("id", "name", "provider", "products", "principals", "constraints", "tagOptions");
        String name = node.text("name");
        String id = node.text("id", Ids.derived("port-", state.location(), "portfolio", name));
        Portfolio portfolio = new Portfolio(
                id,
                state.location().arn("catalog", "portfolio/" + id),
                now,
                new Portfolio.Presentation(name, node.text("provider", "platform"), null));
        node.items("products")
                .forEach(product -> portfolio.addProduct(product(state, product).id()));
        if (node.find("principals").isEmpty()) {
            List.of("user", "role")
                    .forEach(kind -> portfolio.addPrincipal(Principal.matching("arn:*:iam:::" + kind + "/*")));
        }
        node.items("principals").forEach(principal -> portfolio.addPrincipal(principal(principal)));
        node.items("constraints").forEach(constraint -> portfolio.constrain(constraint(portfolio, constraint)));
        state.catalog().add(portfolio);
        plantTagOptions(id, node);
    }

    private ProductConstraint constraint(Portfolio portfolio, SeedNode node) {
        node.allowing("product", "launchRole", "tagUpdates", "type", "description");
        SandboxProduct product = product(state, required(node, "product"));
        if (!portfolio.hasProduct(product.id())) {
            throw node.wrong("product " + product.name() + " is not in the portfolio");
        }
        String role = node.find("launchRole").map(SeedNode::text).orElse(null);
        String tagUpdates = node.find("tagUpdates")
                .map(updates -> updates.oneOf(Map.of("ALLOWED", "ALLOWED", "NOT_ALLOWED", "NOT_ALLOWED")))
                .orElse(null);
        String type = node.find("type")
                .map(SeedNode::text)
                .orElse(tagUpdates == null ? ProductConstraint.LAUNCH : ProductConstraint.RESOURCE_UPDATE);
        String id =
                Ids.derived("cons-", state.location(), "constraint", portfolio.id() + "/" + product.id() + "/" + type);
        String usual = role == null ? type : ProductConstraint.launchAs(role);
        return new ProductConstraint(id, product.id(), type, node.text("description", usual), role, tagUpdates);
    }

    /** Each key with the values that it may have. */
    private void plantTagOptions(String resourceId, SeedNode node) {
        node.find("tagOptions").ifPresent(options -> options.entries()
                .forEach((key, values) -> options.items(key).forEach(value -> {
                    String id = Ids.derived("tag-", state.location(), "tag-option", key + "/" + value.text());
                    TagOption option = new TagOption(id, key, value.text());
                    state.catalog().tagOptions().add(option);
                    state.catalog().tagOptions().associate(resourceId, option);
                })));
    }

    private static Principal principal(SeedNode node) {
        String arn = node.text();
        if (!arn.matches("arn:[a-z-]+:iam::(\\d{12})?:.+")) {
            throw node.wrong(arn + " is no IAM ARN of a user or role");
        }
        return arn.contains(":iam:::") ? Principal.matching(arn) : Principal.exactly(arn);
    }

    /** The stack of that name, which must stand further up in the seed. */
    static Stack stack(RegionalState state, SeedNode name, Instant now) {
        return state.stacks()
                .find(name.text(), now)
                .orElseThrow(() -> name.wrong("there is no stack " + name.text() + " above"));
    }

    /** The product of that id or name. */
    static SandboxProduct product(RegionalState state, SeedNode idOrName) {
        String given = idOrName.text();
        return state.catalog()
                .product(given)
                .or(() -> state.catalog().products().stream()
                        .filter(product -> product.name().equals(given))
                        .findFirst())
                .orElseThrow(() -> idOrName.wrong("there is no product " + given));
    }

    static SeedNode required(SeedNode node, String key) {
        return node.find(key).orElseThrow(() -> node.wrong(key + " is missing"));
    }

    private static Map<String, String> defaults(Template template) {
        Map<String, String> values = new LinkedHashMap<>();
        template.parameters().forEach((name, properties) -> {
            Object initial = properties.get("Default");
            values.put(name, initial == null ? "" : initial.toString());
        });
        return values;
    }
}
