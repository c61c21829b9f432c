/**
 * Finds the stacks and the product versions of lanes, matches them by the fingerprints of their templates, and proposes
 * mappings. Changes nothing, and knows neither Spring nor the SDK.
 */
@NullMarked
package io.catalogimport.discovery;

import org.jspecify.annotations.NullMarked;
