package io.catalogimport.cli;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StackArn;
import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovered.Failure;
import io.catalogimport.discovery.PreparedVersion;
import io.catalogimport.discovery.PreparedVersion.Available;
import io.catalogimport.discovery.PreparedVersion.NotMade;
import io.catalogimport.discovery.VersionGroup;
import io.catalogimport.discovery.VersionGroup.Target;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which versions are to be made, and what became of each. */
final class PrepareText {
    private final PrintWriter out;
    private final Set<String> lost = new HashSet<>();
    private int notMade;

    PrepareText(PrintWriter out) {
        this.out = out;
    }

    /** @param asked the stacks of the file */
    void planned(Discovered found, Set<StackArn> asked, List<VersionGroup> groups) {
        lost(found, asked);
        if (!found.proposals().isEmpty()) {
            print("Matched by a version already: %s."
                    .formatted(stacks(found.proposals().size())));
        }
        groups.forEach(this::planned);
        notMade += (int) groups.stream()
                .filter(group -> group.target() instanceof Target.Nowhere)
                .count();
    }

    /** Says of each stack that is neither matched nor unmatched why it is not. Nothing is said twice. */
    private void lost(Discovered found, Set<StackArn> asked) {
        found.failures().forEach(failure -> lost("Not looked at: %s. %s.".formatted(failure.lane(), failure.words())));
        found.excluded().forEach((why, count) -> lost("Left out: %s, %s.".formatted(stacks(count), why.words())));
        Set<Lane> failed = found.failures().stream().map(Failure::lane).collect(Collectors.toSet());
        int missing = (int) asked.stream()
                        .filter(stack -> !failed.contains(stack.lane()))
                        .count()
                - found.proposals().size()
                - found.unmatched().size()
                - found.existing()
                - found.excluded().values().stream().mapToInt(count -> count).sum();
        if (missing > 0) {
            lost("Not found: %s. CloudFormation does not list them.".formatted(stacks(missing)));
        }
    }

    private void lost(String sentence) {
        if (lost.add(sentence)) {
            print(sentence);
        }
    }

    private void planned(VersionGroup group) {
        String stacks = "%s of %s (the first is %s)"
                .formatted(
                        stacks(group.stacks().size()),
                        group.lane(),
                        group.model().arn().stackName());
        String nearest = group.nearest().isEmpty() ? "" : " Nearest product: %s.".formatted(group.nearest());
        if (group.target() instanceof Target.Nowhere nowhere) {
            print("Skipped: %s. %s%s".formatted(stacks, nowhere.why(), nearest));
        } else if (group.target() instanceof Target.Existing existing) {
            print("Version '%s' in product %s (%s): %s.%s"
                    .formatted(group.versionName(), existing.name(), existing.id(), stacks, nearest));
        } else {
            print("Version '%s' in new product %s: %s.%s"
                    .formatted(group.versionName(), ((Target.New) group.target()).name(), stacks, nearest));
        }
    }

    /** The user has decided so, or there is nothing to make. */
    void nothingMade() {
        print("Nothing was made.");
    }

    /**
     * This was a look.
     *
     * @param options to be added to the command
     * @param file the mapping file that gets the rows
     */
    void looked(String options, Path file) {
        print("Nothing was changed in AWS. Add %s to make the versions and write the rows to %s."
                .formatted(options, file));
    }

    void made(VersionGroup group, PreparedVersion version) {
        if (version instanceof Available available) {
            print("%s: version %s of product %s for %s."
                    .formatted(
                            available.isNew() ? "Made" : "There already",
                            available.provisioningArtifactId(),
                            available.productId(),
                            stacks(group.stacks().size())));
        } else if (!(group.target() instanceof Target.Nowhere)) {
            notMade++;
            print("Not made for %s: %s".formatted(group.model().arn().stackName(), ((NotMade) version).why()));
        }
    }

    void written(Path file, Discovered now, Set<StackArn> asked) {
        lost(now, asked);
        print("Rows for %s, in %s.".formatted(stacks(now.proposals().size()), file));
        if (!now.unmatched().isEmpty()) {
            print(
                    "Still without a match: %s. Where a version was made, these credentials cannot launch it yet: add the product to a portfolio that they have access to, then run discover --append."
                            .formatted(stacks(now.unmatched().size())));
        }
        if (!now.proposals().isEmpty()) {
            print("Next: look at %1$s, then run catalog-import plan %1$s.".formatted(file));
        }
    }

    /** Whether nothing was skipped, left out or failed. */
    boolean isComplete() {
        return notMade == 0 && lost.isEmpty();
    }

    private static String stacks(int count) {
        return count == 1 ? "1 stack" : count + " stacks";
    }

    private void print(String line) {
        out.println(Printable.text(line));
        out.flush();
    }
}
