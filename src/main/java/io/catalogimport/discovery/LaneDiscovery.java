package io.catalogimport.discovery;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.aws.ListedStack;
import io.catalogimport.discovery.LaneCatalog.Provisioned;
import io.catalogimport.discovery.LaneFindings.Found;
import io.catalogimport.validation.Finding;
import io.catalogimport.validation.StackNotes;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at one lane: its stacks first, and its products only if there is a stack to be matched. */
final class LaneDiscovery {
    /** CloudFormation tells of a stack set only by the name that it gives such stacks. */
    private static final Pattern OF_STACK_SET =
            Pattern.compile("StackSet-.+-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final DiscoveryRequest request;
    private final ExistingMappings existing;
    private final Shared shared;
    private final Lane lane;

    /** What all lanes have in common. */
    record Shared(Sources sources, TemplateTexts texts, Reads reads, DiscoveryProgress progress) {}

    private record Offer(LaunchableProduct product, LaunchableProduct.Version version) {}

    /** A stack's template, or what AWS says instead. */
    private record Template(Optional<TemplateFingerprint> known, String words) {}

    LaneDiscovery(DiscoveryRequest request, ExistingMappings existing, Shared shared, Lane lane) {
        this.request = request;
        this.existing = existing;
        this.shared = shared;
        this.lane = lane;
    }

    LaneFindings findings() {
        List<ListedStack> listed = AllPages.all(token ->
                sources().calls().call(lane, () -> sources().inventory().stacks(lane, token)));
        requireOwn(listed);
        List<ListedStack> asked =
                listed.stream().filter(request.stacks()::takes).toList();
        List<ListedStack> wanted = asked.stream()
                .filter(stack -> !existing.has(stack.arn()))
                .sorted(Comparator.comparing((ListedStack stack) -> stack.arn().toString()))
                .toList();
        LaneCatalog.Content catalog = wanted.isEmpty()
                ? new LaneCatalog.Content(List.of(), List.of())
                : new LaneCatalog(lane, sources()).content(request.refresh());
        Set<String> taken =
                catalog.provisioned().stream().map(Provisioned::name).collect(Collectors.toSet());
        Set<String> provisionedStacks = catalog.provisioned().stream()
                .flatMap(product -> Stream.ofNullable(product.physicalId()))
                .collect(Collectors.toSet());

        Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
        List<ListedStack> importable = new ArrayList<>();
        for (ListedStack stack : wanted) {
            exclusion(stack, provisionedStacks)
                    .ifPresentOrElse(why -> excluded.merge(why, 1, Integer::sum), () -> importable.add(stack));
        }
        List<String> hidden = Collections.synchronizedList(new ArrayList<>());
        List<Found> matched = importable.isEmpty() ? List.of() : matched(importable, catalog.products(), hidden);
        List<Found> found = matched.stream()
                .filter(each -> each.template() == null
                        || !isRejected(each.stack(), each.template().tools()))
                .toList();
        if (found.size() < matched.size()) {
            excluded.merge(Exclusion.WARNED, matched.size() - found.size(), Integer::sum);
        }
        shared.progress().ended(lane);
        return new LaneFindings(lane, found, excluded, asked.size() - wanted.size(), taken, List.copyOf(hidden));
    }

    /** The listing does not say whose it is, but each ARN does. */
    private void requireOwn(List<ListedStack> stacks) {
        for (ListedStack stack : stacks) {
            if (!stack.arn().lane().equals(lane)) {
                throw new OtherLaneException(stack.arn().lane());
            }
        }
    }

    /** Whether a warning about the stack counts as an error. */
    private boolean isRejected(ListedStack stack, List<String> toolsOfTemplate) {
        return new StackNotes(request.warnings())
                .of(stack.traits(), toolsOfTemplate).stream()
                        .map(Finding::code)
                        .anyMatch(request.warnings().errors()::contains);
    }

    private Optional<Exclusion> exclusion(ListedStack stack, Set<String> provisioned) {
        if (provisioned.contains(stack.arn().toString())) {
            return Optional.of(Exclusion.PROVISIONED);
        }
        if (stack.parentId() != null) {
            return Optional.of(Exclusion.NESTED);
        }
        if (OF_STACK_SET.matcher(stack.arn().stackName()).matches()) {
            return Optional.of(Exclusion.STACK_SET);
        }
        if (!stack.isImportable()) {
            return Optional.of(stack.isInProgress() ? Exclusion.IN_PROGRESS : Exclusion.STATUS);
        }
        return isRejected(stack, List.of()) ? Optional.of(Exclusion.WARNED) : Optional.empty();
    }

    private List<Found> matched(List<ListedStack> stacks, List<LaunchableProduct> products, List<String> hidden) {
        List<Offer> offers = products.stream()
                .filter(request.products()::takes)
                .flatMap(product -> product.versions().stream().map(version -> new Offer(product, version)))
                .toList();
        shared.progress().begun(lane, stacks.size(), offers.size());
        LaneTemplates templates = new LaneTemplates(lane, sources(), shared.texts());
        List<OfferedVersion> versions = shared.reads().all(offers, offer -> offered(templates, offer, hidden)).stream()
                .flatMap(Optional::stream)
                .toList();
        List<Template> read = shared.reads().all(stacks, stack -> template(templates, stack));
        Comparisons comparisons = new Comparisons(templates, sources());
        Map<ProductFilter, Matcher> matchers = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < stacks.size(); i++) {
            Matcher matcher = matchers.computeIfAbsent(
                    request.products().of(stacks.get(i).arn()),
                    taken -> new Matcher(
                            new VersionIndex(versions.stream()
                                    .filter(version -> taken.takes(version.product()))
                                    .toList()),
                            comparisons));
            found.add(found(matcher, stacks.get(i), read.get(i)));
        }
        return found;
    }

    private Optional<OfferedVersion> offered(LaneTemplates templates, Offer offer, List<String> hidden) {
        LaneTemplates.OfVersion template;
        try {
            template = templates.of(offer.product(), offer.version());
        } catch (AwsDeniedException | AwsRefusedException e) {
            template = new LaneTemplates.OfVersion.Hidden(String.valueOf(e.getMessage()));
        }
        shared.progress().templateKnown(lane);
        if (template instanceof LaneTemplates.OfVersion.Hidden of) {
            hidden.add("%s/%s in %s: %s"
                    .formatted(offer.product().name(), offer.version().name(), lane, of.why()));
        }
        return template instanceof LaneTemplates.OfVersion.Known known
                ? Optional.of(new OfferedVersion(offer.product(), offer.version(), known.template()))
                : Optional.empty();
    }

    /** A template that AWS refuses costs its stack alone. */
    private Template template(LaneTemplates templates, ListedStack stack) {
        try {
            return new Template(Optional.of(templates.of(stack)), "");
        } catch (AwsDeniedException | AwsRefusedException e) {
            return new Template(Optional.empty(), e.getMessage() + ".");
        } finally {
            shared.progress().templateKnown(lane);
        }
    }

    private static Found found(Matcher matcher, ListedStack stack, Template template) {
        if (template.known().isEmpty()) {
            return new Found(stack, new Match.None(template.words()), null);
        }
        TemplateFingerprint known = template.known().get();
        try {
            return new Found(stack, matcher.match(stack, known), known);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return new Found(stack, new Match.None(e.getMessage() + "."), known);
        }
    }

    private Sources sources() {
        return shared.sources();
    }
}
