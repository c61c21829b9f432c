/**
 * Security Token Service: who is calling, and credentials for another role.
 */
@NullMarked
package io.catalogimport.sandbox.sts;

import org.jspecify.annotations.NullMarked;
