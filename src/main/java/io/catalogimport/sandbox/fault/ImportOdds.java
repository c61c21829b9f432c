package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.world.ImportPlan;

/** How likely it is for an import to go a certain way. */
public record ImportOdds(ImportPlan plan, Scope scope, double probability) {}
