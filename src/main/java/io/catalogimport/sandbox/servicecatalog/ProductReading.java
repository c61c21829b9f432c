package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.oneOf;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Constraint.Structure;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Catalog;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Portfolio;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxLaunchPath;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** DescribeProduct, DescribeProductAsAdmin, SearchProductsAsAdmin and ListLaunchPaths. */
final class ProductReading {
    private final World world;

    ProductReading(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        Structure named = Shapes.localised().optional("Id", Shapes.ID).optional("Name", Shapes.LONG_TEXT);
        return List.of(
                Operation.of("DescribeProduct", named, this::describe),
                Operation.of(
                        "DescribeProductAsAdmin",
                        named.optional("SourcePortfolioId", Shapes.ID),
                        this::describeAsAdmin),
                Operation.of("ListLaunchPaths", Shapes.paged(20).required("ProductId", Shapes.ID), this::listPaths),
                Operation.of(
                        "SearchProductsAsAdmin",
                        Shapes.paged(20)
                                .optional("PortfolioId", Shapes.ID)
                                .optional("Filters", Shapes.FILTERS)
                                .optional("SortBy", oneOf("Title", "VersionCount", "CreationDate"))
                                .optional("SortOrder", Shapes.SORT_ORDER)
                                .optional("ProductSource", oneOf("ACCOUNT")),
                        this::searchAsAdmin));
    }

    /** The end user's view: a product that no path leads to does not exist for them. */
    private Answer describe(Input input, Caller caller, Instant now) {
        SandboxProduct product = finding(caller).product(input, "Id", "Name");
        List<SandboxLaunchPath> paths = catalog(caller).launchPaths(product.id(), caller.principalArn());
        if (paths.isEmpty()) {
            throw AwsError.RESOURCE_NOT_FOUND.because(
                    "Product " + product.id() + " does not exist or access was denied");
        }
        return new Answer()
                .with("ProductViewSummary", Answers.productViewSummary(product))
                .with(
                        "ProvisioningArtifacts",
                        product.artifacts().stream()
                                .filter(SandboxArtifact::active)
                                .map(artifact ->
                                        Answers.artifactSummary(artifact).with("Guidance", artifact.guidance()))
                                .toList())
                .with("Budgets", List.of())
                .with("LaunchPaths", paths.stream().map(ProductReading::path).toList());
    }

    private Answer describeAsAdmin(Input input, Caller caller, Instant now) {
        SandboxProduct product = finding(caller).product(input, "Id", "Name");
        return new Answer()
                .with("ProductViewDetail", Answers.productViewDetail(product))
                .with(
                        "ProvisioningArtifactSummaries",
                        product.artifacts().stream()
                                .map(Answers::artifactSummary)
                                .toList())
                .with("Tags", List.of())
                .with("TagOptions", List.of())
                .with("Budgets", List.of());
    }

    private Answer listPaths(Input input, Caller caller, Instant now) {
        SandboxProduct product = finding(caller).product(input.text("ProductId"));
        List<SandboxLaunchPath> paths = catalog(caller).launchPaths(product.id(), caller.principalArn());
        if (paths.isEmpty()) {
            throw ImportRules.noPath(product.id());
        }
        ResultPage<SandboxLaunchPath> page = Paging.page(paths, input);
        return new Answer()
                .with(
                        "LaunchPathSummaries",
                        page.items().stream()
                                .map(path -> path(path)
                                        .with("ConstraintSummaries", constraints(path))
                                        .with("Tags", List.of()))
                                .toList())
                .with("NextPageToken", page.nextToken());
    }

    private Answer searchAsAdmin(Input input, Caller caller, Instant now) {
        Optional<Portfolio> portfolio = input.find("PortfolioId").map(finding(caller)::portfolio);
        List<String> words = input.structure("Filters").texts("FullTextSearch");
        List<SandboxProduct> found = catalog(caller).products().stream()
                .filter(product -> portfolio.isEmpty() || portfolio.get().hasProduct(product.id()))
                .filter(product -> words.stream().allMatch(word -> mentions(product, word)))
                .sorted(order(input))
                .toList();
        ResultPage<SandboxProduct> page = Paging.page(found, input);
        return new Answer()
                .with(
                        "ProductViewDetails",
                        page.items().stream().map(Answers::productViewDetail).toList())
                .with("NextPageToken", page.nextToken());
    }

    static boolean mentions(SandboxProduct product, String word) {
        String text = product.id() + " " + product.name() + " "
                + product.described("Description").orElse("");
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    static Comparator<SandboxProduct> order(Input input) {
        Comparator<SandboxProduct> order =
                switch (input.find("SortBy").orElse("CreationDate")) {
                    case "Title" -> Comparator.comparing(SandboxProduct::name);
                    case "VersionCount" ->
                        Comparator.comparing(product -> product.artifacts().size());
                    default -> Comparator.comparing(SandboxProduct::createdAt);
                };
        return input.find("SortOrder").filter("DESCENDING"::equals).isPresent() ? order.reversed() : order;
    }

    static List<Answer> constraints(SandboxLaunchPath path) {
        return path.constraints().stream()
                .map(constraint ->
                        new Answer().with("Type", constraint.type()).with("Description", constraint.description()))
                .toList();
    }

    private static Answer path(SandboxLaunchPath path) {
        return new Answer().with("Id", path.id()).with("Name", path.name());
    }

    private Catalog catalog(Caller caller) {
        return world.at(Location.of(caller)).catalog();
    }

    private RequestedItems finding(Caller caller) {
        return new RequestedItems(catalog(caller));
    }
}
