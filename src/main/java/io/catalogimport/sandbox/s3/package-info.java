/**
 * As much of S3 as templates need: buckets and objects, path style.
 */
@NullMarked
package io.catalogimport.sandbox.s3;

import org.jspecify.annotations.NullMarked;
