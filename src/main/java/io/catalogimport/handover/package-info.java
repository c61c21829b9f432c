/** Gives one imported provisioned product another owner, and sees to it that AWS shows that owner. */
@NullMarked
package io.catalogimport.handover;

import org.jspecify.annotations.NullMarked;
