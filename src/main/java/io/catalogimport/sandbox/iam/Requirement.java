package io.catalogimport.sandbox.iam;

/**
 * One thing that a caller must be allowed to do.
 *
 * @param action such as {@code servicecatalog:ListLaunchPaths}
 * @param resource an ARN, or {@code *} where AWS asks for permission on everything
 */
public record Requirement(String action, String resource) {}
