package io.catalogimport.chaos;

import io.catalogimport.cli.SceneStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the evidence shows to have gone wrong, a sentence for each thing. */
record Verdict(
        List<String> doubleImports,
        List<String> lostRows,
        List<String> orderViolations,
        List<String> overlaps,
        List<String> untruths) {
    private static final String IN_PROGRESS = "InvalidStateException";
    private static final Set<String> DONE = Set.of("IMPORTED", "ALREADY_IMPORTED");
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

    static Verdict of(Evidence evidence) {
        Judge judge = new Judge(evidence);
        return new Verdict(
                evidence.stacks().stream().flatMap(judge::doubleImports).toList(),
                evidence.stacks().stream().flatMap(judge::losses).toList(),
                evidence.stacks().stream()
                        .map(SceneStack::region)
                        .distinct()
                        .flatMap(judge::orderViolations)
                        .toList(),
                Stream.concat(
                                judge.refusedOverlaps(),
                                evidence.stacks().stream()
                                        .map(SceneStack::region)
                                        .distinct()
                                        .flatMap(judge::overlaps))
                        .toList(),
                judge.untruths().toList());
    }

    boolean isClean() {
        return Stream.of(doubleImports, lostRows, orderViolations, overlaps, untruths)
                .allMatch(List::isEmpty);
    }

    /** Looks at the evidence from one side after the other. */
    private record Judge(Evidence evidence) {

        /** AWS would refuse the second import; that it was asked for, with another token, is bad enough. */
        Stream<String> doubleImports(SceneStack stack) {
            List<Submission> submissions = of(stack);
            return successful(stack).stream().flatMap(first -> submissions.stream()
                    .skip(submissions.indexOf(first))
                    .filter(later -> !isSameImport(first, later))
                    .map(later -> "%s was imported with %s, and asked for again (%s)"
                            .formatted(stack.name(), first.recordId(), answer(later)))
                    .distinct());
        }

        Stream<String> losses(SceneStack stack) {
            Optional<Submission> successful = successful(stack);
            List<Map<String, String>> rows = evidence.results().stream()
                    .filter(row -> stack.arn().equals(row.get("stack_arn")))
                    .toList();
            List<String> losses = new ArrayList<>();
            if (successful.isEmpty()) {
                losses.add(stack.name() + " has no successful import");
            }
            if (rows.size() != 1) {
                losses.add("%s is in results.csv %d times".formatted(stack.name(), rows.size()));
            }
            rows.stream()
                    .filter(row -> !isTrue(row, successful.map(Submission::recordId)))
                    .forEach(row -> losses.add("%s is in results.csv as %s with record %s, and was imported with %s"
                            .formatted(
                                    stack.name(),
                                    row.get("state"),
                                    row.get("record_id"),
                                    successful.map(Submission::recordId).orElse("none"))));
            return losses.stream();
        }

        Stream<String> orderViolations(String lane) {
            List<SceneStack> begun = evidence.submissions().stream()
                    .map(Submission::stack)
                    .filter(stack -> stack.region().equals(lane))
                    .distinct()
                    .toList();
            List<String> violations = new ArrayList<>();
            for (int i = 1; i < begun.size(); i++) {
                if (place(begun.get(i)) < place(begun.get(i - 1))) {
                    violations.add("%s was first asked for after %s"
                            .formatted(begun.get(i).name(), begun.get(i - 1).name()));
                }
            }
            return violations.stream();
        }

        Stream<String> refusedOverlaps() {
            return evidence.submissions().stream()
                    .filter(submission -> IN_PROGRESS.equals(submission.errorCode()))
                    .map(submission -> submission.stack().name() + " was asked for while another was in progress");
        }

        Stream<String> overlaps(String lane) {
            List<ImportRecord> records = evidence.submissions().stream()
                    .filter(submission -> submission.stack().region().equals(lane))
                    .map(this::record)
                    .flatMap(Optional::stream)
                    .distinct()
                    .sorted(Comparator.comparing(ImportRecord::begin))
                    .toList();
            List<String> overlaps = new ArrayList<>();
            for (int i = 1; i < records.size(); i++) {
                if (records.get(i).begin().isBefore(records.get(i - 1).end())) {
                    overlaps.add("%s began before %s had ended"
                            .formatted(records.get(i).id(), records.get(i - 1).id()));
                }
            }
            return overlaps.stream();
        }

        Stream<String> untruths() {
            List<String> executions = evidence.executions();
            Stream<String> unfinished = Stream.concat(executions.stream(), evidence.stepExecutions().stream())
                    .filter(status -> !ENDED.contains(status))
                    .map(status -> "An execution is still " + status);
            boolean complete = !executions.isEmpty()
                    && executions.get(executions.size() - 1).equals("COMPLETED");
            return Stream.concat(
                    unfinished, complete ? Stream.empty() : Stream.of("The last execution is not COMPLETED"));
        }

        private List<Submission> of(SceneStack stack) {
            return evidence.submissions().stream()
                    .filter(submission -> submission.stack().equals(stack))
                    .toList();
        }

        private Optional<Submission> successful(SceneStack stack) {
            return of(stack).stream()
                    .filter(submission ->
                            record(submission).map(ImportRecord::succeeded).orElse(false))
                    .findFirst();
        }

        private Optional<ImportRecord> record(Submission submission) {
            return Optional.ofNullable(submission.recordId())
                    .map(id -> Objects.requireNonNull(evidence.records().get(id), id));
        }

        private int place(SceneStack stack) {
            return evidence.stacks().indexOf(stack);
        }

        private static boolean isSameImport(Submission first, Submission later) {
            return later.token().equals(first.token())
                    && (later.recordId() == null || later.recordId().equals(first.recordId()));
        }

        private static boolean isTrue(Map<String, String> row, Optional<String> recordId) {
            boolean isOfAnother =
                    "IMPORTED".equals(row.get("state")) && !recordId.equals(Optional.ofNullable(row.get("record_id")));
            return DONE.contains(row.get("state")) && !isOfAnother;
        }

        private static String answer(Submission submission) {
            return Stream.of(submission.recordId(), submission.errorCode(), "no answer")
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** All that went wrong, by line. */
    @Override
    public String toString() {
        return Stream.of(doubleImports, lostRows, orderViolations, overlaps, untruths)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }
}
