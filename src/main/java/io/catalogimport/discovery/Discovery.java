package io.catalogimport.discovery;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.ListedStack;
import io.catalogimport.discovery.Discovered.Failure;
import io.catalogimport.discovery.Discovered.Proposal;
import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.discovery.LaneFindings.Found;
import io.catalogimport.validation.Finding;
import io.catalogimport.validation.StackNotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at all lanes side by side and proposes mappings. A lane that AWS does not show costs the others nothing. */
public final class Discovery {
    private static final int MOST_LANES = 32;

    /** For each lane: with answers after a tenth of a second or two, enough for 20 calls a second. */
    private static final int READS_A_LANE = 4;

    private final Sources sources;
    private final DiscoveryProgress progress;

    public Discovery(Sources sources, DiscoveryProgress progress) {
        this.sources = sources;
        this.progress = progress;
    }

    private record Looked(List<LaneFindings> findings, List<Failure> failures) {}

    /**
     * Finds what is asked for.
     *
     * @param existing the rows of the mapping file, whose stacks are left alone
     * @throws AwsCredentialsException if AWS accepts the caller's credentials nowhere
     * @throws io.catalogimport.aws.StopRequestedException if it was to stop; what was read is kept
     */
    public Discovered discover(DiscoveryRequest request, ExistingMappings existing) {
        Looked looked = look(request, existing);
        ProposedNames names = new ProposedNames(request.names());
        StackNotes notes = new StackNotes(request.warnings());
        existing.names().forEach((stack, name) -> names.taken(stack.account(), name));
        looked.findings().forEach(lane -> lane.takenNames()
                .forEach(name -> names.taken(lane.lane().account(), name)));
        Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
        looked.findings()
                .forEach(lane -> lane.excluded().forEach((why, count) -> excluded.merge(why, count, Integer::sum)));
        List<Proposal> proposals = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        looked.findings().stream()
                .flatMap(lane -> lane.found().stream())
                .sorted(Comparator.comparing(Found::stack, Discovery::byLaneAndName))
                .forEach(found -> {
                    if (found.match() instanceof Match.Equal equal) {
                        String product = equal.version().product().name();
                        proposals.add(new Proposal(
                                found.stack(), equal, names.next(found.stack().arn(), product), codes(notes, found)));
                    } else {
                        unmatched.add(new Unmatched(found.stack(), found.match(), structure(found)));
                    }
                });
        return new Discovered(
                proposals,
                unmatched,
                excluded,
                looked.findings().stream().mapToInt(LaneFindings::existing).sum(),
                looked.findings().stream()
                        .flatMap(lane -> lane.hiddenVersions().stream())
                        .sorted()
                        .toList(),
                looked.failures());
    }

    private static List<String> codes(StackNotes notes, Found found) {
        List<String> tools =
                found.template() == null ? List.of() : found.template().tools();
        return notes.of(found.stack().traits(), tools).stream()
                .map(Finding::code)
                .toList();
    }

    private static @Nullable String structure(Found found) {
        return found.template() == null ? null : found.template().structure();
    }

    private static int byLaneAndName(ListedStack one, ListedStack other) {
        return Comparator.comparing((ListedStack stack) -> stack.arn().account())
                .thenComparing(stack -> stack.arn().region())
                .thenComparing(stack -> stack.arn().stackName())
                .thenComparing(stack -> stack.arn().stackId())
                .compare(one, other);
    }

    private Looked look(DiscoveryRequest request, ExistingMappings existing) {
        int lanes = Math.max(1, Math.min(MOST_LANES, request.lanes().size()));
        List<Failure> failures = new ArrayList<>();
        List<LaneFindings> findings = new ArrayList<>();
        try (Reads side = new Reads("lane", lanes);
                Reads reads = new Reads("template", lanes * READS_A_LANE)) {
            LaneDiscovery.Shared shared = new LaneDiscovery.Shared(sources, new TemplateTexts(), reads, progress);
            side.all(request.lanes(), lane -> look(new LaneDiscovery(request, existing, shared, lane), lane))
                    .forEach(looked -> {
                        findings.addAll(looked.findings());
                        failures.addAll(looked.failures());
                    });
        }
        return new Looked(findings, failures);
    }

    private static Looked look(LaneDiscovery discovery, Lane lane) {
        try {
            return new Looked(List.of(discovery.findings()), List.of());
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            Failure failure = new Failure(lane, String.valueOf(e.getMessage()), e instanceof AwsBusyException);
            return new Looked(List.of(), List.of(failure));
        } catch (OtherLaneException e) {
            return new Looked(List.of(), List.of(new Failure(lane, String.valueOf(e.getMessage()), false)));
        }
    }
}
