/**
 * Compares two CloudFormation templates by their structure: the one that a stack has with the one of a product. Knows
 * only texts, and where they come from is not its matter.
 */
@NullMarked
package io.catalogimport.validation.template;

import org.jspecify.annotations.NullMarked;
