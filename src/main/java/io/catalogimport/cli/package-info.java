/**
 * The command line: picocli commands, progress and exit codes. The only package that prints. No rule of the
 * import lives here.
 */
@NullMarked
package io.catalogimport.cli;

import org.jspecify.annotations.NullMarked;
