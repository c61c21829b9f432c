package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicecatalog.model.DescribeProvisioningParametersResponse;
import software.amazon.awssdk.services.servicecatalog.model.UsageInstruction;

/**
 * Reads what an update meets from an answer of the SDK. AWS's page does not list the types of usage instructions. These two
 * are in answers that users have published.
 */
final class SdkUpdateTerms {
    private SdkUpdateTerms() {}

    static UpdateTerms of(DescribeProvisioningParametersResponse response) {
        return new UpdateTerms(
                instruction(response, "launchAsRole"),
                instruction(response, "tagUpdateOnProvisionedProduct"),
                response.tagOptions().stream()
                        .map(option -> new UpdateTerms.TagOption(option.key(), option.values()))
                        .toList(),
                response.provisioningArtifactParameters().stream()
                        .map(parameter -> new UpdateTerms.Parameter(
                                parameter.parameterKey(),
                                parameter.defaultValue() != null,
                                Boolean.TRUE.equals(parameter.isNoEcho())))
                        .toList());
    }

    private static @Nullable String instruction(DescribeProvisioningParametersResponse response, String type) {
        return response.usageInstructions().stream()
                .filter(instruction -> type.equalsIgnoreCase(instruction.type()))
                .map(UsageInstruction::value)
                .findFirst()
                .orElse(null);
    }
}
