package io.catalogimport.discovery;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.aws.VersionGateway;
import io.catalogimport.aws.VersionGateway.MadeProduct;
import io.catalogimport.aws.VersionGateway.MadeVersion;
import io.catalogimport.aws.VersionGateway.OwnProduct;
import io.catalogimport.aws.VersionGateway.VersionRequest;
import io.catalogimport.discovery.PreparedVersion.Available;
import io.catalogimport.discovery.PreparedVersion.NotMade;
import io.catalogimport.discovery.VersionGroup.Target;
import io.catalogimport.ledger.PreparedVersions;
import io.catalogimport.ledger.PreparedVersions.Prepared;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one version and follows it until it is available. No template gets a second version in a product: the digest is in
 * the description of each version that was made, the request is written to the database before AWS is asked, and its token
 * depends on nothing but lane, product, template and attempt.
 */
final class VersionMaking {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** A list may show what was made only after this time. */
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);

    private final Sources sources;
    private final VersionGateway versions;
    private final PreparedVersions prepared;
    private final Pause pause;

    VersionMaking(Sources sources, VersionGateway versions, PreparedVersions prepared, Pause pause) {
        this.sources = sources;
        this.versions = versions;
        this.prepared = prepared;
        this.pause = pause;
    }

    private record Made(String productId, String provisioningArtifactId, boolean isNew) {}

    PreparedVersion make(PrepareRequest request, VersionGroup group) {
        if (group.target() instanceof Target.Nowhere nowhere) {
            return new NotMade(nowhere.why());
        }
        try {
            return group.target() instanceof Target.Existing existing
                    ? inProduct(request, group, existing.id())
                    : withProduct(request, group, (Target.New) group.target());
        } catch (AwsDeniedException | AwsRefusedException | AwsBusyException | LaneClosedException e) {
            return new NotMade(e.getMessage() + ".");
        }
    }

    private PreparedVersion inProduct(PrepareRequest request, VersionGroup group, String product) {
        PreparedVersions.Key key = new PreparedVersions.Key(group.lane().toString(), product, group.template());
        awaitWhatAnotherStackBegan(group, key);
        List<MadeVersion> there = call(group, () -> versions.versions(group.lane(), product));
        Optional<String> before = there.stream()
                .filter(version -> version.description().contains(mark(group)))
                .map(MadeVersion::id)
                .findFirst()
                .or(() -> recorded(group, key));
        if (before.isPresent()) {
            return followed(request, group, new Made(product, before.get(), false));
        }
        if (there.size() >= request.mostVersions()) {
            return new NotMade(
                    "The product has %d versions, and more than %d are not possible (--versions-per-product)."
                            .formatted(there.size(), request.mostVersions()));
        }
        Prepared intended = intended(group, key);
        if (!hasTemplate(group, intended)) {
            return changed(intended);
        }
        String made = call(group, () -> versions.createVersion(requested(group, key, product, intended)));
        prepared.made(key, product, made);
        return followed(request, group, new Made(product, made, true));
    }

    /** The version that an earlier start has made, unless it is gone. A list may show it late. */
    private Optional<String> recorded(VersionGroup group, PreparedVersions.Key key) {
        return prepared.find(key)
                .flatMap(version -> Optional.ofNullable(version.provisioningArtifactId()))
                .filter(id -> call(group, () -> sources.catalog()
                                .findProvisioningArtifact(group.lane(), key.product(), id))
                        .isPresent());
    }

    private PreparedVersion withProduct(PrepareRequest request, VersionGroup group, Target.New target) {
        PreparedVersions.Key key =
                new PreparedVersions.Key(group.lane().toString(), "name " + target.name(), group.template());
        awaitWhatAnotherStackBegan(group, key);
        // Another group of the same name, or an earlier start, may have made it. The search may show that late.
        Optional<String> before = recordedProduct(group, key, target.name()).or(() -> found(group, target.name()));
        if (before.isPresent()) {
            return inProduct(request, group, before.get());
        }
        Prepared intended = intended(group, key);
        if (!hasTemplate(group, intended)) {
            return changed(intended);
        }
        MadeProduct made = call(
                group, () -> versions.createProduct(requested(group, key, target.name(), intended), target.owner()));
        prepared.made(key, made.productId(), made.provisioningArtifactId());
        return followed(request, group, new Made(made.productId(), made.provisioningArtifactId(), true));
    }

    private Optional<String> recordedProduct(VersionGroup group, PreparedVersions.Key key, String name) {
        return prepared.product(key.lane(), key.product())
                .flatMap(id -> call(group, () -> versions.product(group.lane(), id)))
                .filter(product -> product.name().equals(name))
                .map(OwnProduct::id);
    }

    private Optional<String> found(VersionGroup group, String name) {
        return AllPages.all(token -> call(group, () -> versions.products(group.lane(), token))).stream()
                .filter(product -> product.name().equals(name))
                .map(OwnProduct::id)
                .findFirst();
    }

    /**
     * A start that died may have made it from a stack that is not in the group any more. Then the request is not repeated, so what
     * it made has to be seen.
     */
    private void awaitWhatAnotherStackBegan(VersionGroup group, PreparedVersions.Key key) {
        boolean isUnseen = prepared.find(key)
                .filter(version -> version.provisioningArtifactId() == null && !isOf(group, version))
                .isPresent();
        if (isUnseen && !pause.waitFor(VISIBLE_WITHIN)) {
            throw new StopRequestedException();
        }
    }

    /**
     * The request as an earlier start has written it, unless what it made is there no longer, or its stack may have another
     * template by now. What it made is looked for before.
     */
    private Prepared intended(VersionGroup group, PreparedVersions.Key key) {
        Optional<Prepared> before = prepared.find(key);
        if (before.isPresent() && before.get().provisioningArtifactId() == null && isOf(group, before.get())) {
            return before.get();
        }
        int attempt = before.map(Prepared::attempt).orElse(0) + 1;
        Prepared next = new Prepared(attempt, group.model().arn().toString(), group.versionName(), null, null);
        prepared.intend(key, next, sources.clock().instant());
        return next;
    }

    /** AWS takes the template that the stack has now. Since it was read, somebody may have thought for long, or updated the stack. */
    private boolean hasTemplate(VersionGroup group, Prepared intended) {
        StackArn stack =
                StackArn.parse(intended.stackArn()).orElse(group.model().arn());
        String now = call(group, () -> sources.stacks().template(stack));
        try {
            return group.template().equals(TemplateFingerprint.of(now).structure());
        } catch (RuntimeException | StackOverflowError e) {
            // The template that was compared could be read.
            return false;
        }
    }

    private static NotMade changed(Prepared intended) {
        return new NotMade(
                "The template of %s is no longer the one that was compared: run again.".formatted(intended.stackArn()));
    }

    private static boolean isOf(VersionGroup group, Prepared version) {
        return group.stacks().stream().anyMatch(stack -> stack.arn().toString().equals(version.stackArn()));
    }

    private static VersionRequest requested(
            VersionGroup group, PreparedVersions.Key key, String product, Prepared intended) {
        return new VersionRequest(
                product,
                StackArn.parse(intended.stackArn()).orElse(group.model().arn()),
                intended.name(),
                "Made by catalog-import from stack %s; %s".formatted(intended.stackArn(), mark(group)),
                token(key, intended.attempt()));
    }

    /** By this, a version is known whatever became of the database. */
    private static String mark(VersionGroup group) {
        return "template " + group.template();
    }

    private PreparedVersion followed(PrepareRequest request, VersionGroup group, Made made) {
        Instant end = sources.clock().instant().plus(request.patience());
        while (true) {
            String status = status(group.lane(), made);
            if (status == null || status.equals("AVAILABLE")) {
                return new Available(made.productId(), made.provisioningArtifactId(), made.isNew());
            }
            if (status.equals("FAILED")) {
                return new NotMade(
                        "Version %s of product %s is FAILED: look at it in Service Catalog, delete it, and run again."
                                .formatted(made.provisioningArtifactId(), made.productId()));
            }
            if (sources.clock().instant().isAfter(end)) {
                return new NotMade("Version %s of product %s is still %s: run again to follow it further."
                        .formatted(made.provisioningArtifactId(), made.productId(), status));
            }
            if (!pause.waitFor(BETWEEN_LOOKS)) {
                throw new StopRequestedException();
            }
        }
    }

    private @Nullable String status(Lane lane, Made made) {
        Optional<ProvisioningArtifact> found = sources.calls().call(lane, () -> sources.catalog()
                .findProvisioningArtifact(lane, made.productId(), made.provisioningArtifactId()));
        return found.isPresent() ? found.get().status() : "CREATING";
    }

    private <T> T call(VersionGroup group, Supplier<T> question) {
        return sources.calls().call(group.lane(), question);
    }

    private static String token(PreparedVersions.Key key, int attempt) {
        String text = String.join("\n", key.lane(), key.product(), key.template(), String.valueOf(attempt));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "prepare-" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
