/**
 * CloudFormation: stacks and their templates.
 */
@NullMarked
package io.catalogimport.sandbox.cloudformation;

import org.jspecify.annotations.NullMarked;
