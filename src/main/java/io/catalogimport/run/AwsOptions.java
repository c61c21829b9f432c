package io.catalogimport.run;

import io.catalogimport.aws.AcceptLanguage;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.RoleSettings;
import java.util.Optional;

/**
 * How AWS is called.
 *
 * @param role what is assumed in each account but the caller's own
 * @param callsPerSecond how many calls validation makes at most in each account and region
 * @param language what Service Catalog answers in
 */
public record AwsOptions(Optional<RoleSettings> role, double callsPerSecond, Optional<AcceptLanguage> language) {
    /** With the caller's own credentials, and at a rate that disturbs nobody. */
    public static final AwsOptions DEFAULT = new AwsOptions(Optional.empty(), PoliteRate.DEFAULT_CALLS_PER_SECOND);

    /** In Service Catalog's own choice of language. */
    public AwsOptions(Optional<RoleSettings> role, double callsPerSecond) {
        this(role, callsPerSecond, Optional.empty());
    }
}
