/**
 * Decides whether a mapping can be imported, with read-only calls of AWS. Each rule is one small class. Changes
 * nothing, and knows neither Spring Batch nor the SDK.
 */
@NullMarked
package io.catalogimport.validation;

import org.jspecify.annotations.NullMarked;
