package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A portfolio: it makes its products available to its principals. */
public final class Portfolio {
    private final String id;
    private final String arn;
    private final Instant createdAt;
    private final Presentation presentation;
    private final Set<String> productIds = new LinkedHashSet<>();
    private final List<ProductConstraint> constraints = new ArrayList<>();
    private final List<Principal> principals = new ArrayList<>();

    /** What people read of a portfolio. */
    public record Presentation(
            String displayName,
            String providerName,
            @Nullable String description) {}

    public Portfolio(String id, String arn, Instant createdAt, Presentation presentation) {
        this.id = id;
        this.arn = arn;
        this.createdAt = createdAt;
        this.presentation = presentation;
    }

    public String id() {
        return id;
    }

    public String arn() {
        return arn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Presentation presentation() {
        return presentation;
    }

    public void addProduct(String productId) {
        productIds.add(productId);
    }

    public void constrain(ProductConstraint constraint) {
        constraints.add(constraint);
    }

    public List<ProductConstraint> constraints() {
        return List.copyOf(constraints);
    }

    public List<ProductConstraint> constraints(String productId) {
        return constraints.stream()
                .filter(constraint -> constraint.productId().equals(productId))
                .toList();
    }

    public void addPrincipal(Principal principal) {
        if (!principals.contains(principal)) {
            principals.add(principal);
        }
    }

    public boolean hasProduct(String productId) {
        return productIds.contains(productId);
    }

    public boolean isOpenTo(String principalArn) {
        return principals.stream().anyMatch(principal -> principal.includes(principalArn));
    }
}
