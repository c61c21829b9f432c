package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.oneOf;
import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.template.PlainTree;
import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Portfolio;
import io.catalogimport.sandbox.world.ProductConstraint;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CreateConstraint and ListConstraintsForPortfolio. */
final class ConstraintOperations {
    private static final String CREATE = "CreateConstraint";
    private static final String ROLE_ARN = "RoleArn";
    private static final String ROLE_NAME = "LocalRoleName";

    private final World world;

    ConstraintOperations(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                        CREATE,
                        Shapes.localised()
                                .required("PortfolioId", Shapes.ID)
                                .required("ProductId", Shapes.ID)
                                .required("Parameters", text())
                                .required(
                                        "Type",
                                        oneOf("LAUNCH", "NOTIFICATION", "RESOURCE_UPDATE", "STACKSET", "TEMPLATE"))
                                .optional("Description", text(0, 100))
                                .required("IdempotencyToken", Shapes.TOKEN),
                        this::create),
                Operation.of(
                        "ListConstraintsForPortfolio",
                        Shapes.paged(20).required("PortfolioId", Shapes.ID).optional("ProductId", Shapes.ID),
                        this::list));
    }

    private Answer create(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        Optional<Answer> before = state.tokens().replay(CREATE, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        Portfolio portfolio = new RequestedItems(state.catalog()).portfolio(input.text("PortfolioId"));
        ProductConstraint constraint = constraint(input, portfolio);
        portfolio.constrain(constraint);
        Answer answer = new Answer()
                .with("ConstraintDetail", detail(constraint, portfolio, caller))
                .with("ConstraintParameters", input.text("Parameters"))
                .with("Status", "AVAILABLE");
        state.tokens().remember(CREATE, input, later -> answer);
        return answer;
    }

    private ProductConstraint constraint(Input input, Portfolio portfolio) {
        String productId = input.text("ProductId");
        String type = input.text("Type");
        if (!portfolio.hasProduct(productId)) {
            throw AwsError.RESOURCE_NOT_FOUND.because(
                    "Product " + productId + " is not associated with portfolio " + portfolio.id());
        }
        boolean isLaunch = type.equals(ProductConstraint.LAUNCH);
        if (isLaunch
                && portfolio.constraints(productId).stream()
                        .anyMatch(other -> other.type().equals(type))) {
            throw AwsError.DUPLICATE_RESOURCE.because(
                    "A launch constraint already exists for product " + productId + " in portfolio " + portfolio.id());
        }
        String usual = isLaunch ? ProductConstraint.launchAs(role(input.text("Parameters"))) : type;
        return new ProductConstraint(
                world.ids().next("cons-"),
                productId,
                type,
                input.find("Description").orElse(usual));
    }

    private static String role(String parameters) {
        try {
            if (PlainTree.parse(parameters) instanceof Map<?, ?> map
                    && map.containsKey(ROLE_ARN) != map.containsKey(ROLE_NAME)) {
                return String.valueOf(map.containsKey(ROLE_ARN) ? map.get(ROLE_ARN) : map.get(ROLE_NAME));
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same complaint.
        }
        throw AwsError.INVALID_PARAMETERS.because(
                "Parameters of a launch constraint are a JSON object with either " + ROLE_ARN + " or " + ROLE_NAME);
    }

    private Answer list(Input input, Caller caller, Instant now) {
        Portfolio portfolio =
                new RequestedItems(world.at(Location.of(caller)).catalog()).portfolio(input.text("PortfolioId"));
        ResultPage<ProductConstraint> page = Paging.page(
                input.find("ProductId").map(portfolio::constraints).orElseGet(portfolio::constraints), input);
        return new Answer()
                .with(
                        "ConstraintDetails",
                        page.items().stream()
                                .map(constraint -> detail(constraint, portfolio, caller))
                                .toList())
                .with("NextPageToken", page.nextToken());
    }

    private static Answer detail(ProductConstraint constraint, Portfolio portfolio, Caller caller) {
        return new Answer()
                .with("ConstraintId", constraint.id())
                .with("Type", constraint.type())
                .with("Description", constraint.description())
                .with("Owner", caller.account())
                .with("ProductId", constraint.productId())
                .with("PortfolioId", portfolio.id());
    }
}
