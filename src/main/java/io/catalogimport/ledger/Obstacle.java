package io.catalogimport.ledger;

/**
 * An import or a release whose end is not known, so that nothing else may start in its lane.
 *
 * @param file the mapping file as it was called when its run began; it may have other lines by now
 */
public record Obstacle(String lane, String file, int line, MappingState state, String stackArn) {}
