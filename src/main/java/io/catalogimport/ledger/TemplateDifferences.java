package io.catalogimport.ledger;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The differences of templates that validation has kept. One may be 60,000 characters long, so few are read at a time. */
record TemplateDifferences(JdbcClient jdbc) {
    private static final int AT_ONCE = 50;

    private static final String PAGE = """
            select line, template_difference as text from mapping_ledger
             where run_id = ? and line > ? and template_difference is not null
             order by line limit ?
            """;

    private record Difference(int line, String text) {}

    /** In the order of the lines. */
    void forEach(Run run, BiConsumer<Integer, String> consumer) {
        List<Difference> page = after(run, 0);
        while (!page.isEmpty()) {
            page.forEach(difference -> consumer.accept(difference.line(), difference.text()));
            page = after(run, page.get(page.size() - 1).line());
        }
    }

    private List<Difference> after(Run run, int line) {
        return jdbc.sql(PAGE)
                .params(run.id(), line, AT_ONCE)
                .query((row, number) -> new Difference(row.getInt("line"), row.getString("text")))
                .list();
    }
}
