package io.catalogimport.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The columns of a mapping file that are carried into a file of results. */
final class InputColumns {
    private final List<String> columns;
    private final Predicate<String> isOurs;
    private final int[] carried;

    /**
     * Results may be fed in again as a mapping file. Their columns of our names are not carried along.
     *
     * @param columns those of the mapping file
     * @param ours the columns that the results have beside them
     * @param always those of them by which results are known
     */
    InputColumns(List<String> columns, List<String> ours, List<String> always) {
        boolean isResultsAgain =
                always.stream().allMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
        this.columns = columns;
        this.isOurs = column -> ours.stream().anyMatch(column::equalsIgnoreCase);
        this.carried = IntStream.range(0, columns.size())
                .filter(column -> !isResultsAgain || !isOurs.test(columns.get(column)))
                .toArray();
    }

    /** No name may stand twice in the header. */
    List<String> header() {
        return IntStream.of(carried)
                .mapToObj(columns::get)
                .map(column -> CsvFormula.disarmed(isOurs.test(column) ? "input_" + column : column))
                .toList();
    }

    /** The values of a row, which may be too short. */
    List<String> values(List<String> fields) {
        List<String> values = new ArrayList<>();
        for (int column : carried) {
            values.add(column < fields.size() ? CsvFormula.disarmed(fields.get(column)) : "");
        }
        return values;
    }
}
