package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.members;
import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.SandboxRecord;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** DescribeRecord and ListRecordHistory. */
final class RecordReading {
    private final World world;

    RecordReading(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("DescribeRecord", Shapes.paged(20).required("Id", Shapes.ID), this::describe),
                Operation.of(
                        "ListRecordHistory",
                        Shapes.paged(20)
                                .optional("AccessLevelFilter", Shapes.ACCESS_LEVEL_FILTER)
                                .optional(
                                        "SearchFilter",
                                        members().optional("Key", text()).optional("Value", text())),
                        this::list));
    }

    private Answer describe(Input input, Caller caller, Instant now) {
        SandboxRecord found = world.at(Location.of(caller))
                .records()
                .find(input.text("Id"))
                // Its page says that an earlier owner no longer can; in which words is not known.
                .filter(each -> !each.provisionedProduct().hasLeft(caller.principalArn(), now))
                .orElseThrow(() -> RequestedItems.notFound("Record", input.text("Id")));
        return new Answer()
                .with("RecordDetail", Answers.recordDetail(found, now))
                .with("RecordOutputs", List.of());
    }

    private Answer list(Input input, Caller caller, Instant now) {
        AccessLevel level = AccessLevel.of(input, caller);
        Input filter = input.structure("SearchFilter");
        List<SandboxRecord> found = world.at(Location.of(caller)).records().newestFirst().stream()
                .filter(each -> level.shows(each.provisionedProduct(), now))
                .filter(each -> isWanted(each, filter))
                .toList();
        ResultPage<SandboxRecord> page = Paging.page(found, input);
        return new Answer()
                .with(
                        "RecordDetails",
                        page.items().stream()
                                .map(each -> Answers.recordDetail(each, now))
                                .toList())
                .with("NextPageToken", page.nextToken());
    }

    private static boolean isWanted(SandboxRecord candidate, Input filter) {
        String value = filter.find("Value").orElse("");
        return switch (filter.find("Key").orElse("").toLowerCase(Locale.ROOT)) {
            case "" -> true;
            case "product" ->
                candidate.provisionedProduct().origin().product().id().equals(value);
            case "provisionedproduct" -> candidate.provisionedProduct().id().equals(value);
            default -> throw AwsError.INVALID_PARAMETERS.because("The search keys are product and provisionedproduct.");
        };
    }
}
