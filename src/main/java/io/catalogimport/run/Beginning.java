package io.catalogimport.run;

/** Which imports may be begun. */
public enum Beginning {
    /** Any that is ready. */
    ANY,
    /** Those that were begun in the run's start and taken back: they have their place in the limit. */
    AGAIN,
    /** None. */
    NONE
}
