package io.catalogimport.sandbox.world;

/** The way by which a principal reaches a product: through one portfolio, whose name it bears. */
public record LaunchPath(String id, String name) {}
