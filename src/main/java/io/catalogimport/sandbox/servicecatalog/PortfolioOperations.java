package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.oneOf;
import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Portfolio;
import io.catalogimport.sandbox.world.Principal;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Portfolios: making and listing them, and what and whom they bring together. */
final class PortfolioOperations {
    private static final String CREATE = "CreatePortfolio";

    private final World world;

    PortfolioOperations(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                        CREATE,
                        Shapes.localised()
                                .required("DisplayName", text(1, 100))
                                .optional("Description", text(0, 2000))
                                .required("ProviderName", text(1, 50))
                                .optional("Tags", Shapes.TAGS)
                                .required("IdempotencyToken", Shapes.TOKEN),
                        this::create),
                Operation.of("ListPortfolios", Shapes.paged(100), this::list),
                Operation.of(
                        "AssociateProductWithPortfolio",
                        Shapes.localised()
                                .required("ProductId", Shapes.ID)
                                .required("PortfolioId", Shapes.ID)
                                .optional("SourcePortfolioId", Shapes.ID),
                        this::associateProduct),
                Operation.of(
                        "AssociatePrincipalWithPortfolio",
                        Shapes.localised()
                                .required("PortfolioId", Shapes.ID)
                                .required("PrincipalARN", text(1, 1000))
                                .required("PrincipalType", oneOf("IAM", "IAM_PATTERN")),
                        this::associatePrincipal));
    }

    private Answer create(Input input, Caller caller, Instant now) {
        RegionalState state = state(caller);
        Optional<Answer> before = state.tokens().replay(CREATE, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        String id = world.ids().next("port-");
        Portfolio.Presentation presentation = new Portfolio.Presentation(
                input.text("DisplayName"),
                input.text("ProviderName"),
                input.find("Description").orElse(null));
        Portfolio portfolio = new Portfolio(id, state.location().arn("catalog", "portfolio/" + id), now, presentation);
        state.catalog().add(portfolio);
        Answer answer = new Answer()
                .with("PortfolioDetail", Answers.portfolioDetail(portfolio))
                .with("Tags", input.members().getOrDefault("Tags", List.of()));
        state.tokens().remember(CREATE, input, later -> answer);
        return answer;
    }

    private Answer list(Input input, Caller caller, Instant now) {
        ResultPage<Portfolio> page = Paging.page(state(caller).catalog().portfolios(), input);
        return new Answer()
                .with(
                        "PortfolioDetails",
                        page.items().stream().map(Answers::portfolioDetail).toList())
                .with("NextPageToken", page.nextToken());
    }

    private Answer associateProduct(Input input, Caller caller, Instant now) {
        RequestedItems finding = finding(caller);
        Portfolio portfolio = finding.portfolio(input.text("PortfolioId"));
        portfolio.addProduct(finding.product(input.text("ProductId")).id());
        return new Answer();
    }

    private Answer associatePrincipal(Input input, Caller caller, Instant now) {
        Portfolio portfolio = finding(caller).portfolio(input.text("PortfolioId"));
        String arn = input.text("PrincipalARN");
        boolean isPattern = input.text("PrincipalType").equals("IAM_PATTERN");
        if (!arn.matches(isPattern ? "arn:[a-z-]+:iam:::.+/.+" : "arn:[a-z-]+:iam::\\d{12}:.+")) {
            throw AwsError.INVALID_PARAMETERS.because("The principal " + arn + " is not an IAM ARN"
                    + (isPattern ? " without an account." : " of one user, group or role."));
        }
        portfolio.addPrincipal(isPattern ? Principal.matching(arn) : Principal.exactly(arn));
        return new Answer();
    }

    private RegionalState state(Caller caller) {
        return world.at(Location.of(caller));
    }

    private RequestedItems finding(Caller caller) {
        return new RequestedItems(state(caller).catalog());
    }
}
