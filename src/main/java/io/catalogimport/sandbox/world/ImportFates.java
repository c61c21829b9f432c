package io.catalogimport.sandbox.world;

/** Decides how imports go if a stack has no plan of its own. The same question always has the same answer. */
@FunctionalInterface
public interface ImportFates {
    ImportPlan of(Location location, Stack stack, String token);
}
