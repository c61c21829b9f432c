package io.catalogimport.aws;

/**
 * A resource of a stack, as CloudFormation lists it.
 *
 * @param physicalId empty for a resource that was not made yet
 */
public record StackResource(String logicalId, String physicalId, String type) {}
