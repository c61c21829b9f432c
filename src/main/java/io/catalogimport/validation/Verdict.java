package io.catalogimport.validation;

import java.util.List;

/** What validation says of a mapping. */
public sealed interface Verdict {

    /** It can be imported, as far as can be seen. */
    record Importable(List<Finding> warnings) implements Verdict {
        public Importable {
            warnings = List.copyOf(warnings);
        }
    }

    /** The stack is that very provisioned product already, and it is available. */
    record AlreadyImported(String provisionedProductId) implements Verdict {}

    /** It cannot be imported; all reasons that could be seen, and the warnings. */
    record Rejected(List<Finding> reasons) implements Verdict {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
