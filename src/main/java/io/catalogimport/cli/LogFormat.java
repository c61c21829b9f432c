package io.catalogimport.cli;

/** The form of a log line. */
enum LogFormat {
    /** A line for people. */
    TEXT,
    /** A line of JSON, with the fields of the Elastic Common Schema. */
    JSON
}
