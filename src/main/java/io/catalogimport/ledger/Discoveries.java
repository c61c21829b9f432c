package io.catalogimport.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What discover has read of stacks and product versions. All of it can be read from AWS again. For use by several threads
 * and processes: each statement is whole by itself, and two that read the same write the same.
 */
public final class Discoveries {
    private static final String COLUMNS = "text_digest, structure, groups, sketch, tools";

    private final JdbcClient jdbc;
    private final int form;

    /** @param form that of the fingerprints; those of another form are not used */
    public Discoveries(JdbcClient jdbc, int form) {
        this.jdbc = jdbc;
        this.form = form;
    }

    /**
     * The fingerprint of a template.
     *
     * @param tools the tools whose marks it has
     */
    public record Template(
            String text, @Nullable String structure, List<String> groups, String sketch, List<String> tools) {}

    /** The fingerprint of a stack's template, and the stack's last change when it was read. */
    public record StackTemplate(Instant changedAt, Template template) {}

    /** A product version. */
    public record Version(String productId, String provisioningArtifactId) {}

    /**
     * How two templates compare.
     *
     * @param words the first differences, or under which conditions they are the same
     */
    public record Comparison(boolean same, String words) {}

    /**
     * What Service Catalog has in a lane.
     *
     * @param content as JSON
     */
    public record Catalog(Instant readAt, String content) {}

    /** What is known of the lane's stacks, by their ARNs. */
    public Map<String, StackTemplate> stacks(String lane) {
        Map<String, StackTemplate> stacks = new HashMap<>();
        jdbc.sql("select stack_arn, changed_at, " + COLUMNS + """
                          from discovered_stack join discovered_template using (text_digest)
                         where lane = ? and form = ?
                        """)
                .params(lane, form)
                .query(row -> {
                    stacks.put(
                            row.getString("stack_arn"),
                            new StackTemplate(row.getTimestamp("changed_at").toInstant(), template(row)));
                });
        return stacks;
    }

    /** What is known of the lane's product versions. */
    public Map<Version, Template> versions(String lane) {
        Map<Version, Template> versions = new HashMap<>();
        jdbc.sql("select product_id, provisioning_artifact_id, " + COLUMNS + """
                          from discovered_version join discovered_template using (text_digest)
                         where lane = ? and form = ?
                        """)
                .params(lane, form)
                .query(row -> {
                    versions.put(
                            new Version(row.getString("product_id"), row.getString("provisioning_artifact_id")),
                            template(row));
                });
        return versions;
    }

    /** Keeps a stack's template. */
    public void keep(String lane, String stackArn, StackTemplate stack) {
        keep(stack.template());
        jdbc.sql("""
                        insert into discovered_stack (stack_arn, lane, changed_at, text_digest)
                        values (:arn, :lane, :at, :text)
                        on conflict (stack_arn) do update set changed_at = :at, text_digest = :text, read_at = now()
                        """)
                .param("arn", stackArn)
                .param("lane", lane)
                .param("at", Timestamp.from(stack.changedAt()))
                .param("text", stack.template().text())
                .update();
    }

    /** Keeps a version's template. */
    public void keep(String lane, Version version, Template template) {
        keep(template);
        jdbc.sql("""
                        insert into discovered_version (lane, product_id, provisioning_artifact_id, text_digest)
                        values (:lane, :product, :version, :text)
                        on conflict (lane, product_id, provisioning_artifact_id) do update set text_digest = :text, read_at = now()
                        """)
                .param("lane", lane)
                .param("product", version.productId())
                .param("version", version.provisioningArtifactId())
                .param("text", template.text())
                .update();
    }

    private void keep(Template template) {
        jdbc.sql("""
                        insert into discovered_template as known (text_digest, structure, groups, sketch, tools, form)
                        values (:text, :structure, :groups, :sketch, :tools, :form)
                        on conflict (text_digest) do update
                           set structure = :structure, groups = :groups, sketch = :sketch, tools = :tools, form = :form,
                               read_at = now()
                        """)
                .param("text", template.text())
                .param("structure", template.structure(), Types.CHAR)
                .param("groups", template.groups().toArray(String[]::new))
                .param("sketch", template.sketch())
                .param("tools", template.tools().toArray(String[]::new))
                .param("form", form)
                .update();
    }

    /** How the templates with these digests of their texts compare, if they were compared before. */
    public Optional<Comparison> comparison(String stackText, String versionText) {
        return jdbc.sql("""
                        select same, words from discovered_comparison
                         where stack_digest = ? and version_digest = ? and form = ?
                        """)
                .params(stackText, versionText, form)
                .query((row, number) -> new Comparison(row.getBoolean("same"), row.getString("words")))
                .optional();
    }

    /** Keeps how they compare. */
    public void keep(String stackText, String versionText, Comparison comparison) {
        jdbc.sql("""
                        insert into discovered_comparison (stack_digest, version_digest, same, words, form)
                        values (:stack, :version, :same, :words, :form)
                        on conflict (stack_digest, version_digest) do update
                           set same = :same, words = :words, form = :form, read_at = now()
                        """)
                .param("stack", stackText)
                .param("version", versionText)
                .param("same", comparison.same())
                .param("words", comparison.words())
                .param("form", form)
                .update();
    }

    /** What Service Catalog has in the lane, as it was read last; empty if the account had an import since. */
    public Optional<Catalog> catalog(String account, String lane) {
        return jdbc.sql("""
                        select read_at, content from discovered_catalog as catalog
                         where lane = ?
                           and not exists (select from mapping_ledger
                                            where account = ? and started_at >= catalog.read_at)
                        """)
                .params(lane, account)
                .query((row, number) -> new Catalog(row.getTimestamp("read_at").toInstant(), row.getString("content")))
                .optional();
    }

    /** Keeps what Service Catalog has in the lane. */
    public void keep(String lane, Catalog catalog) {
        jdbc.sql("""
                        insert into discovered_catalog (lane, read_at, content)
                        values (:lane, :at, :content)
                        on conflict (lane) do update set read_at = :at, content = :content
                        """)
                .param("lane", lane)
                .param("at", Timestamp.from(catalog.readAt()))
                .param("content", catalog.content())
                .update();
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getString("text_digest"),
                row.getString("structure"),
                texts(row.getArray("groups")),
                row.getString("sketch"),
                texts(row.getArray("tools")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
