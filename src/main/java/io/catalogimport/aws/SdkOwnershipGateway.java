package io.catalogimport.aws;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.servicecatalog.model.PropertyKey;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;

/** Service Catalog through the SDK, as far as a handover needs it. */
public final class SdkOwnershipGateway implements OwnershipGateway {
    private final LaneClients clients;

    public SdkOwnershipGateway(LaneClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<String> launchRole(Lane lane, String provisionedProductId) {
        return clients.call(lane, "DescribeProvisionedProduct", provisionedProductId, () -> {
            try {
                return Optional.ofNullable(clients.serviceCatalog(lane)
                        .describeProvisionedProduct(
                                call -> call.id(provisionedProductId).overrideConfiguration(clients.as(lane)))
                        .provisionedProductDetail()
                        .launchRoleArn());
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** The token makes it safe that the SDK repeats the call. */
    @Override
    public String change(Lane lane, Change change) {
        return clients.call(
                lane, "UpdateProvisionedProductProperties", change.provisionedProductId(), () -> clients.serviceCatalog(
                                lane)
                        .updateProvisionedProductProperties(
                                call -> call.provisionedProductId(change.provisionedProductId())
                                        .provisionedProductProperties(properties(change))
                                        .idempotencyToken(change.token())
                                        .overrideConfiguration(clients.as(lane)))
                        .recordId());
    }

    private static Map<PropertyKey, String> properties(Change change) {
        Map<PropertyKey, String> properties = new EnumMap<>(PropertyKey.class);
        properties.put(PropertyKey.OWNER, change.owner());
        if (change.launchRole() != null) {
            properties.put(PropertyKey.LAUNCH_ROLE, change.launchRole());
        }
        return properties;
    }
}
