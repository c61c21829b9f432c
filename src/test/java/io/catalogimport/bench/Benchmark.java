package io.catalogimport.bench;

/** One question about speed, and how to measure the answer. */
@FunctionalInterface
interface Benchmark {

    /** Measures, and tells what was found: a sentence on how it was measured, and a table. */
    String measure(Workbench bench) throws Exception;
}
