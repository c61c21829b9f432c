package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What validation says of a mapping. */
public sealed interface Verdict {

    /**
     * It can be imported, as far as can be seen.
     *
     * @param stackStatus the stack's status in AWS's spelling
     * @param launchPath the id of the launch path that AWS will use; null where there are several
     */
    record Importable(
            List<Finding> warnings,
            String stackStatus,
            @Nullable String launchPath) implements Verdict {
        public Importable {
            warnings = List.copyOf(warnings);
        }
    }

    /** The stack is that provisioned product already. */
    record AlreadyImported(ProvisionedProduct provisionedProduct, List<Finding> warnings) implements Verdict {
        public AlreadyImported {
            warnings = List.copyOf(warnings);
        }
    }

    /** It cannot be imported; all reasons that could be seen, and the warnings. */
    record Rejected(List<Finding> reasons) implements Verdict {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
