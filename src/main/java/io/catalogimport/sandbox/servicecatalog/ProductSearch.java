package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.oneOf;
import static io.catalogimport.sandbox.wire.Constraints.whole;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Catalog;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SearchProducts: the end user's search, which shows only products that a path leads to. */
final class ProductSearch {
    private final World world;

    ProductSearch(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                "SearchProducts",
                Shapes.paged(100)
                        .optional("PageSize", whole(0, 100))
                        .optional("Filters", Shapes.FILTERS)
                        .optional("SortBy", oneOf("Title", "VersionCount", "CreationDate"))
                        .optional("SortOrder", Shapes.SORT_ORDER),
                this::search));
    }

    private Answer search(Input input, Caller caller, Instant now) {
        Catalog catalog = world.at(Location.of(caller)).catalog();
        Input filters = input.structure("Filters");
        List<SandboxProduct> found = catalog.products().stream()
                .filter(product -> !catalog.launchPaths(product.id(), caller.principalArn())
                        .isEmpty())
                .filter(product -> filters.texts("FullTextSearch").stream()
                        .allMatch(word -> ProductReading.mentions(product, word)))
                .filter(product -> hasOneOf(filters.texts("Owner"), product.owner()))
                .filter(product -> hasOneOf(filters.texts("ProductType"), Answers.TEMPLATE_TYPE))
                // No product here is a copy of another.
                .filter(product -> filters.texts("SourceProductId").isEmpty())
                .sorted(ProductReading.order(input))
                .toList();
        ResultPage<SandboxProduct> page = Paging.page(found, input);
        return new Answer()
                .with(
                        "ProductViewSummaries",
                        page.items().stream().map(Answers::productViewSummary).toList())
                .with(
                        "ProductViewAggregations",
                        new Answer()
                                .with("Owner", counted(found, SandboxProduct::owner))
                                .with("ProductType", counted(found, product -> Answers.TEMPLATE_TYPE)))
                .with("NextPageToken", page.nextToken());
    }

    private static boolean hasOneOf(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static List<Answer> counted(List<SandboxProduct> products, Function<SandboxProduct, String> property) {
        Map<String, Integer> counts = products.stream()
                .collect(Collectors.groupingBy(property, TreeMap::new, Collectors.summingInt(product -> 1)));
        return counts.entrySet().stream()
                .map(count -> new Answer().with("Value", count.getKey()).with("ApproximateCount", count.getValue()))
                .toList();
    }
}
