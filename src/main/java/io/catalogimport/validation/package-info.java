/**
 * Says of a mapping, from read-only looks at AWS, whether it can be imported: one small class a rule. Changes
 * nothing and knows neither Spring Batch nor the SDK.
 */
@NullMarked
package io.catalogimport.validation;

import org.jspecify.annotations.NullMarked;
