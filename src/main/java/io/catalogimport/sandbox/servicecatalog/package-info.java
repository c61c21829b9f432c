/**
 * Service Catalog: products, portfolios, launch paths, provisioned products, records and the import itself.
 */
@NullMarked
package io.catalogimport.sandbox.servicecatalog;

import org.jspecify.annotations.NullMarked;
