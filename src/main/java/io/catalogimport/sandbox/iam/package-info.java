/**
 * IAM for the sandbox: policies with Allow and Deny, and which actions on which resources each call of AWS needs.
 */
@NullMarked
package io.catalogimport.sandbox.iam;

import org.jspecify.annotations.NullMarked;
