package io.catalogimport.run;

import io.catalogimport.ledger.Staging;

/** The rows that the user chose by their lines. */
public final class SelectedRows {
    private final RunContext context;
    private final Staging staging;

    public SelectedRows(RunContext context, Staging staging) {
        this.context = context;
        this.staging = staging;
    }

    /**
     * Makes sure that a row begins on a line of each range.
     *
     * @throws NoSuchRowException if there is none
     */
    public void requireThatTheyExist() {
        context.options().selection().lines().stream()
                .filter(lines -> !staging.hasRowOn(context.run(), lines))
                .findFirst()
                .ifPresent(lines -> {
                    throw new NoSuchRowException(lines);
                });
    }
}
