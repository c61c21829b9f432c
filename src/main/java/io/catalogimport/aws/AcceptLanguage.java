package io.catalogimport.aws;

import java.util.Locale;

/** The languages in which Service Catalog answers. */
public enum AcceptLanguage {
    /** English. */
    EN,
    /** Japanese. */
    JP,
    /** Chinese. */
    ZH;

    /** The code that Service Catalog uses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
