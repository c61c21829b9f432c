package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Catalog;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.TagOptions.TagOption;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;

/** CreateTagOption, ListTagOptions and AssociateTagOptionWithResource. */
final class TagOptionOperations {
    /** AWS's quota for one portfolio or product. */
    private static final int MOST = 25;

    private final World world;

    TagOptionOperations(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                        "CreateTagOption",
                        Shapes.localised().required("Key", text(1, 128)).required("Value", text(1, 256)),
                        this::create),
                Operation.of("ListTagOptions", Shapes.paged(20), this::list),
                Operation.of(
                        "AssociateTagOptionWithResource",
                        Shapes.localised().required("ResourceId", text()).required("TagOptionId", text(1, 100)),
                        this::associate));
    }

    private Answer create(Input input, Caller caller, Instant now) {
        Catalog catalog = catalog(caller);
        TagOption option = new TagOption(world.ids().next("tag-"), input.text("Key"), input.text("Value"));
        if (catalog.tagOptions().all().stream()
                .anyMatch(other ->
                        other.key().equals(option.key()) && other.value().equals(option.value()))) {
            throw AwsError.DUPLICATE_RESOURCE.because("A TagOption with this key and value exists already.");
        }
        catalog.tagOptions().add(option);
        return new Answer().with("TagOptionDetail", detail(option));
    }

    private Answer list(Input input, Caller caller, Instant now) {
        ResultPage<TagOption> page = Paging.page(catalog(caller).tagOptions().all(), input);
        return new Answer()
                .with(
                        "TagOptionDetails",
                        page.items().stream().map(TagOptionOperations::detail).toList())
                .with("PageToken", page.nextToken());
    }

    private Answer associate(Input input, Caller caller, Instant now) {
        Catalog catalog = catalog(caller);
        String resource = input.text("ResourceId");
        String id = input.text("TagOptionId");
        TagOption option = catalog.tagOptions().find(id).orElseThrow(() -> RequestedItems.notFound("TagOption", id));
        if (catalog.portfolio(resource).isEmpty() && catalog.product(resource).isEmpty()) {
            throw RequestedItems.notFound("Resource", resource);
        }
        if (catalog.tagOptions().of(resource).contains(option)) {
            throw AwsError.DUPLICATE_RESOURCE.because("The TagOption is associated with the resource already.");
        }
        if (catalog.tagOptions().of(resource).size() == MOST) {
            throw AwsError.LIMIT_EXCEEDED.because("A resource has at most " + MOST + " TagOptions.");
        }
        catalog.tagOptions().associate(resource, option);
        return new Answer();
    }

    private static Answer detail(TagOption option) {
        return new Answer()
                .with("Key", option.key())
                .with("Value", option.value())
                .with("Active", true)
                .with("Id", option.id());
    }

    private Catalog catalog(Caller caller) {
        return world.at(Location.of(caller)).catalog();
    }
}
