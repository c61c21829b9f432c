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

    /** As Service Catalog spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
