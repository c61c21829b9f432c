package io.catalogimport.discovery;

import io.catalogimport.aws.Pause;
import io.catalogimport.aws.VersionGateway;
import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.discovery.VersionGroup.Target;
import io.catalogimport.ledger.PreparedVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Groups the stacks that no version matches, and makes a version for each group, one after the other. */
public final class Preparation {
    private final Sources sources;
    private final VersionGateway versions;
    private final PreparedVersions prepared;
    private final Pause pause;

    public Preparation(Sources sources, VersionGateway versions, PreparedVersions prepared, Pause pause) {
        this.sources = sources;
        this.versions = versions;
        this.prepared = prepared;
        this.pause = pause;
    }

    private record Alike(String lane, String template, String product) {}

    /** The groups, in the order of their first stacks. */
    public List<VersionGroup> groups(PrepareRequest request, List<Unmatched> unmatched) {
        VersionTargets targets = new VersionTargets(sources, versions, request);
        Map<Alike, List<Unmatched>> groups = new LinkedHashMap<>();
        for (Unmatched each : unmatched) {
            String arn = each.stack().arn().toString();
            Alike alike = new Alike(
                    each.stack().arn().lane().toString(),
                    Objects.requireNonNullElse(each.structure(), arn),
                    request.products().getOrDefault(arn, request.product()));
            groups.computeIfAbsent(alike, unknown -> new ArrayList<>()).add(each);
        }
        return groups.entrySet().stream()
                .map(group -> group(request, targets, group.getKey().product(), group.getValue()))
                .toList();
    }

    private static VersionGroup group(
            PrepareRequest request, VersionTargets targets, String product, List<Unmatched> alike) {
        Unmatched first = alike.get(0);
        String nearest = first.match() instanceof Match.Near near
                ? near.version().product().name()
                : "";
        return new VersionGroup(
                first.stack().arn().lane(),
                Objects.requireNonNullElse(first.structure(), ""),
                alike.stream().map(Unmatched::stack).toList(),
                target(request, targets, product, first),
                nearest);
    }

    private static Target target(PrepareRequest request, VersionTargets targets, String product, Unmatched first) {
        if (first.structure() == null) {
            return new Target.Nowhere("The stack's template cannot be read.");
        }
        if (first.match() instanceof Match.Ambiguous) {
            return new Target.Nowhere("Several products have this template: run discover with --product.");
        }
        String wanted = product.isEmpty() && !request.owner().isEmpty()
                ? first.stack().arn().stackName()
                : product;
        return wanted.isEmpty()
                ? new Target.Nowhere("No product is named: give --product, or a column 'product'.")
                : targets.of(first.stack().arn().lane(), wanted);
    }

    /** Makes the version of a group, or finds the one that an earlier start has made. */
    public PreparedVersion make(PrepareRequest request, VersionGroup group) {
        return new VersionMaking(sources, versions, prepared, pause).make(request, group);
    }
}
