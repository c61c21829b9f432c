package io.catalogimport.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The versions that prepare makes. What it is going to make is written before AWS is asked, so that after a crash the same
 * request can be repeated with the same token. Each statement commits for itself.
 */
public final class PreparedVersions {
    private final JdbcClient jdbc;

    public PreparedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a version is known by.
     *
     * @param product the id of the product, or the name of the product that is made for it
     * @param template the digest of what the template says
     */
    public record Key(String lane, String product, String template) {}

    /**
     * A version that was asked for.
     *
     * @param attempt goes up when somebody has deleted the version, or its stack has no such template any more
     * @param productId null until it is made
     * @param provisioningArtifactId null until it is made
     */
    public record Prepared(
            int attempt,
            String stackArn,
            String name,
            @Nullable String productId,
            @Nullable String provisioningArtifactId) {}

    /** What was asked for before, if anything was: by this key, or else as the first version of a product that was made. */
    public Optional<Prepared> find(Key key) {
        return jdbc.sql("""
                        select attempt, stack_arn, name, product_id, provisioning_artifact_id
                          from prepared_version
                         where lane = :lane and template = :template and (product = :product or product_id = :product)
                         order by product = :product desc
                         limit 1
                        """)
                .param("lane", key.lane())
                .param("template", key.template())
                .param("product", key.product())
                .query((row, number) -> new Prepared(
                        row.getInt("attempt"),
                        row.getString("stack_arn"),
                        row.getString("name"),
                        row.getString("product_id"),
                        row.getString("provisioning_artifact_id")))
                .optional();
    }

    /** The id of the product that was made under this name, if one was: of whatever template its first version is. */
    public Optional<String> product(String lane, String name) {
        return jdbc.sql("""
                        select product_id
                          from prepared_version
                         where lane = ? and product = ? and product_id is not null
                         order by asked_at desc
                         limit 1
                        """).params(lane, name).query(String.class).optional();
    }

    /** Writes what is going to be asked for. */
    public void intend(Key key, Prepared version, Instant at) {
        jdbc.sql("""
                        insert into prepared_version (lane, product, template, attempt, stack_arn, name, asked_at)
                        values (:lane, :product, :template, :attempt, :stack, :name, :at)
                        on conflict (lane, product, template) do update
                           set attempt = :attempt, stack_arn = :stack, name = :name, asked_at = :at,
                               product_id = null, provisioning_artifact_id = null
                        """)
                .param("lane", key.lane())
                .param("product", key.product())
                .param("template", key.template())
                .param("attempt", version.attempt())
                .param("stack", version.stackArn())
                .param("name", version.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Writes what AWS has made. */
    public void made(Key key, String productId, String provisioningArtifactId) {
        jdbc.sql("""
                        update prepared_version set product_id = ?, provisioning_artifact_id = ?
                         where lane = ? and product = ? and template = ?
                        """)
                .params(productId, provisioningArtifactId, key.lane(), key.product(), key.template())
                .update();
    }
}
