package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** SearchProvisionedProducts. */
final class SearchOperation {
    private final World world;

    SearchOperation(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                "SearchProvisionedProducts",
                Shapes.paged(100)
                        .optional("AccessLevelFilter", Shapes.ACCESS_LEVEL_FILTER)
                        .optional("Filters", Shapes.FILTERS)
                        .optional("SortBy", text())
                        .optional("SortOrder", Shapes.SORT_ORDER),
                this::search));
    }

    private Answer search(Input input, Caller caller, Instant now) {
        AccessLevel level = AccessLevel.of(input, caller);
        List<SearchTerm> terms = input.structure("Filters").texts("SearchQuery").stream()
                .map(SearchTerm::parse)
                .toList();
        List<SandboxProvisionedProduct> found = world.at(Location.of(caller)).provisionedProducts().all(now).stream()
                .filter(product -> level.shows(product, now))
                .filter(product -> terms.stream().allMatch(term -> term.matches(product, now)))
                .toList();
        ResultPage<SandboxProvisionedProduct> page = Paging.page(sorted(found, input), input);
        return new Answer()
                .with(
                        "ProvisionedProducts",
                        page.items().stream()
                                .map(product -> Answers.provisionedProductAttribute(product, now))
                                .toList())
                .with("TotalResultsCount", found.size())
                .with("NextPageToken", page.nextToken());
    }

    /** Without a field to sort by, AWS promises no order. Here, it is the order in which they were made. */
    private static List<SandboxProvisionedProduct> sorted(List<SandboxProvisionedProduct> found, Input input) {
        List<SandboxProvisionedProduct> sorted = new ArrayList<>(found);
        input.find("SortBy").ifPresent(field -> {
            Comparator<SandboxProvisionedProduct> order = Comparator.comparing(sortKey(field));
            boolean descending =
                    input.find("SortOrder").filter("DESCENDING"::equals).isPresent();
            sorted.sort(descending ? order.reversed() : order);
        });
        return sorted;
    }

    private static Function<SandboxProvisionedProduct, String> sortKey(String field) {
        return switch (field) {
            case "arn" -> product -> product.origin().arn();
            case "createdTime" -> product -> product.origin().createdAt().toString();
            case "id" -> SandboxProvisionedProduct::id;
            case "lastRecordId" -> SandboxProvisionedProduct::lastRecordId;
            case "name" -> product -> product.origin().name();
            default ->
                throw AwsError.INVALID_PARAMETERS.because(
                        "SortBy must be one of arn, createdTime, id, lastRecordId, name.");
        };
    }
}
