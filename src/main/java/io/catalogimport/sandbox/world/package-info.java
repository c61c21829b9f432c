/**
 * The sandbox's state by account and region: stacks, the catalog, provisioned products, records and buckets. Everything that changes with time is computed from when it began, so nothing here runs in the background.
 */
@NullMarked
package io.catalogimport.sandbox.world;

import org.jspecify.annotations.NullMarked;
