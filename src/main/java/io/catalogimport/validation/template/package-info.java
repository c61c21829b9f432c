/**
 * Compares the CloudFormation template of a stack with that of a product, by their structure. Knows only texts, and not
 * where they come from.
 */
@NullMarked
package io.catalogimport.validation.template;

import org.jspecify.annotations.NullMarked;
