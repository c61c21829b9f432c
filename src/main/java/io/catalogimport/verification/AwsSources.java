package io.catalogimport.verification;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.VerificationGateway;

/** What is asked about AWS, and how. */
public record AwsSources(
        VerificationGateway verification,
        CatalogGateway catalog,
        StackGateway stacks,
        CallerIdentity caller,
        PoliteCalls calls) {}
