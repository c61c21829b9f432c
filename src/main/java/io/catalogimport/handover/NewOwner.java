package io.catalogimport.handover;

import io.catalogimport.aws.PrincipalArn;
import java.util.Optional;

/**
 * Who shall own the provisioned products.
 *
 * @param launchRole the role by which Service Catalog shall change their stacks from then on; empty if that stays
 */
public record NewOwner(PrincipalArn owner, Optional<PrincipalArn> launchRole) {}
