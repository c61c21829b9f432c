/** The script that starts the program fast. */
@NullMarked
package io.catalogimport.launcher;

import org.jspecify.annotations.NullMarked;
