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
import java.util.Set;

/** CreateConstraint and ListConstraintsForPortfolio. */
final class ConstraintOperations {
    private static final String CREATE = "CreateConstraint";
    private static final String ROLE_ARN = "RoleArn";
    private static final String ROLE_NAME = "LocalRoleName";

    private static final Set<String> AT_MOST_ONE =
            Set.of(ProductConstraint.LAUNCH, ProductConstraint.RESOURCE_UPDATE, "STACKSET");

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
        ProductConstraint constraint = constraint(input, portfolio, state.location());
        portfolio.constrain(constraint);
        Answer answer = new Answer()
                .with("ConstraintDetail", detail(constraint, portfolio, caller))
                .with("ConstraintParameters", input.text("Parameters"))
                .with("Status", "AVAILABLE");
        state.tokens().remember(CREATE, input, later -> answer);
        return answer;
    }

    private ProductConstraint constraint(Input input, Portfolio portfolio, Location location) {
        String productId = input.text("ProductId");
        String type = input.text("Type");
        if (!portfolio.hasProduct(productId)) {
            throw AwsError.RESOURCE_NOT_FOUND.because(
                    "Product " + productId + " is not associated with portfolio " + portfolio.id());
        }
        requireFirst(type, portfolio, productId);
        String role = null;
        String tagUpdates = null;
        String usual = type;
        if (type.equals(ProductConstraint.LAUNCH)) {
            role = role(input.text("Parameters"), location);
            usual = ProductConstraint.launchAs(role);
        } else if (type.equals(ProductConstraint.RESOURCE_UPDATE)) {
            tagUpdates = tagUpdates(input.text("Parameters"));
        }
        return new ProductConstraint(
                world.ids().next("cons-"),
                productId,
                type,
                input.find("Description").orElse(usual),
                role,
                tagUpdates);
    }

    /** There is at most one of these for a product and a portfolio. Source: API reference of CreateConstraint. */
    private static void requireFirst(String type, Portfolio portfolio, String productId) {
        if (AT_MOST_ONE.contains(type)
                && portfolio.constraints(productId).stream()
                        .anyMatch(other -> other.type().equals(type))) {
            throw AwsError.DUPLICATE_RESOURCE.because("A constraint of type " + type + " already exists for product "
                    + productId + " in portfolio " + portfolio.id());
        }
    }

    /**
     * The role's ARN. A role that is given by its name is that of the account that launches, which here is the location's.
     * How AWS shows such a role is not documented.
     */
    private static String role(String parameters, Location location) {
        Map<?, ?> values = values(parameters);
        if (values.containsKey(ROLE_ARN) == values.containsKey(ROLE_NAME)) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "Parameters of a launch constraint are a JSON object with either " + ROLE_ARN + " or " + ROLE_NAME);
        }
        return values.containsKey(ROLE_ARN)
                ? String.valueOf(values.get(ROLE_ARN))
                : "arn:aws:iam::" + location.account() + ":role/" + values.get(ROLE_NAME);
    }

    private static String tagUpdates(String parameters) {
        if (values(parameters).get("Properties") instanceof Map<?, ?> properties
                && properties.get("TagUpdateOnProvisionedProduct") instanceof String value
                && List.of("ALLOWED", "NOT_ALLOWED").contains(value)) {
            return value;
        }
        throw AwsError.INVALID_PARAMETERS.because(
                "Parameters of a RESOURCE_UPDATE constraint have the property TagUpdateOnProvisionedProduct, which is"
                        + " ALLOWED or NOT_ALLOWED.");
    }

    private static Map<?, ?> values(String parameters) {
        try {
            return PlainTree.parse(parameters) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
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
