package io.catalogimport.verification;

import io.catalogimport.aws.Page;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.ledger.ImportedRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of a lane that rows are about, from CloudFormation's list of all of them. CloudFormation does not say how many
 * there are. So reading ends when too many pages had none of the stacks.
 */
final class ListedStacks {
    /** For fewer rows, a list saves too few calls. */
    private static final int WORTHWHILE = 5;

    /** Pages without a stack that is looked for may cost a tenth of the calls that the list can still save. */
    private static final int ROWS_A_PAGE_IN_VAIN = 10;

    private final Set<String> missing = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, StackDescription> byArn = new HashMap<>();
    private final Map<String, StackArn> othersByName = new HashMap<>();
    private boolean complete;

    private ListedStacks(List<ImportedRow> rows) {
        for (ImportedRow row : rows) {
            missing.add(row.mapping().stackArn().toString());
            names.add(row.mapping().stackArn().stackName());
        }
    }

    /** None were read, so each is asked for by itself. */
    static ListedStacks none() {
        return new ListedStacks(List.of());
    }

    /** @param page asks for the page with this token, or for the first page */
    static ListedStacks read(List<ImportedRow> rows, Function<@Nullable String, Page<StackDescription>> page) {
        ListedStacks listed = new ListedStacks(rows);
        if (rows.size() < WORTHWHILE) {
            return listed;
        }
        int inVain = 0;
        @Nullable String token = null;
        do {
            int before = listed.missing.size();
            Page<StackDescription> next = page.apply(token);
            next.items().forEach(listed::keep);
            boolean hasPaid = listed.missing.size() < before;
            inVain += hasPaid ? 0 : 1;
            token = next.nextToken();
            listed.complete = token == null;
            if (listed.missing.isEmpty() || (!hasPaid && inVain > listed.missing.size() / ROWS_A_PAGE_IN_VAIN)) {
                break;
            }
        } while (token != null);
        return listed;
    }

    private void keep(StackDescription stack) {
        if (missing.remove(stack.arn().toString())) {
            byArn.put(stack.arn().toString(), stack);
        } else if (names.contains(stack.arn().stackName())) {
            othersByName.put(stack.arn().stackName(), stack.arn());
        }
    }

    Optional<StackDescription> of(StackArn stack) {
        return Optional.ofNullable(byArn.get(stack.toString()));
    }

    /** The stack that has the name of a stack that is not in the list. */
    Optional<StackArn> named(String name) {
        return Optional.ofNullable(othersByName.get(name));
    }

    /** Whether the whole list was read. */
    boolean isComplete() {
        return complete;
    }
}
