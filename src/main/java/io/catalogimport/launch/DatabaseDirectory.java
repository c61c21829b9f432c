package io.catalogimport.launch;

import java.nio.file.Path;

/** Where the embedded database keeps its data, if there is no other database. */
record DatabaseDirectory(Path path) {}
