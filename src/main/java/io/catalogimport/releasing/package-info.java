/**
 * Takes one imported stack out of Service Catalog again: checks that it is what was imported, asks for the release, follows it,
 * and checks that the stack stands as before. Knows neither Spring nor the SDK.
 */
@NullMarked
package io.catalogimport.releasing;

import org.jspecify.annotations.NullMarked;
