/**
 * CloudFormation templates as structure, so that JSON and YAML forms of one template compare equal.
 */
@NullMarked
package io.catalogimport.sandbox.template;

import org.jspecify.annotations.NullMarked;
