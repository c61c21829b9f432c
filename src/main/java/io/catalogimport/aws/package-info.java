/**
 * The AWS side: lanes and their clients, the two gateways, and the one place where AWS's errors are classified.
 * The only package that sees the SDK.
 */
@NullMarked
package io.catalogimport.aws;

import org.jspecify.annotations.NullMarked;
