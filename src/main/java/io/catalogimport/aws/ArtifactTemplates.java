package io.catalogimport.aws;

import io.catalogimport.aws.TemplateText.Found;
import io.catalogimport.aws.TemplateText.Hidden;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Finds the template of a product version. Service Catalog gives it in one of several forms: the text itself, a URL, or
 * the stack that the version was made from. The URL is usually in S3, and is read with the caller's own rights.
 */
public final class ArtifactTemplates {
    private final LaneClients clients;
    private final StackGateway stacks;
    private final HttpTemplates http;

    public ArtifactTemplates(LaneClients clients, StackGateway stacks) {
        this.clients = clients;
        this.stacks = stacks;
        this.http = new HttpTemplates(clients.network());
    }

    /**
     * Reads the template. A template that cannot be read is a result, not an error.
     *
     * @throws AwsBusyException if it might be read later
     */
    public TemplateText read(Lane lane, ProvisioningArtifact artifact) {
        Map<String, String> info = artifact.info();
        try {
            if (info.containsKey("CloudFormationTemplate")) {
                return new Found(info.get("CloudFormationTemplate"));
            }
            if (info.containsKey("TemplateUrl")) {
                return fetch(lane, info.get("TemplateUrl"));
            }
            if (info.containsKey("LoadTemplateFromURL")) {
                return fetch(lane, info.get("LoadTemplateFromURL"));
            }
            if (info.containsKey("ImportFromPhysicalId")) {
                return ofStack(info.get("ImportFromPhysicalId"));
            }
            return new Hidden("Service Catalog does not say where the template of version " + artifact.id() + " is");
        } catch (AwsDeniedException | AwsRefusedException | LaneClosedException e) {
            return new Hidden(String.valueOf(e.getMessage()));
        }
    }

    private TemplateText ofStack(String physicalId) {
        Optional<StackArn> stack = StackArn.parse(physicalId);
        if (stack.isEmpty()) {
            return new Hidden("the version was made from " + physicalId + ", which is not a stack");
        }
        return new Found(stacks.template(stack.get()));
    }

    private TemplateText fetch(Lane lane, String url) {
        try {
            URI uri = URI.create(url);
            S3Client s3 = clients.s3(lane);
            Optional<S3Object> object = S3Object.at(uri, s3);
            return object.isPresent()
                    ? AwsErrors.classified("GetObject", HttpTemplates.shown(url), () -> text(lane, s3, object.get()))
                    : http.fetch(uri);
        } catch (AwsCredentialsException e) {
            return new Hidden(String.valueOf(e.getMessage())); // A bucket may be in another partition.
        } catch (IllegalArgumentException e) {
            return new Hidden("its address cannot be used: " + HttpTemplates.shown(url));
        }
    }

    private TemplateText text(Lane lane, S3Client s3, S3Object object) {
        try (ResponseInputStream<GetObjectResponse> body = s3.getObject(get -> get.bucket(object.bucket())
                .key(object.key())
                .versionId(object.version())
                .overrideConfiguration(clients.as(lane)))) {
            byte[] bytes = body.readNBytes(HttpTemplates.MAX_BYTES + 1);
            if (bytes.length > HttpTemplates.MAX_BYTES) {
                body.abort();
                return new Hidden("it is larger than " + HttpTemplates.MAX_BYTES + " bytes");
            }
            return new Found(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            String message = "The answer of S3 to GetObject for " + object + " was cut: " + e.getMessage();
            throw new AwsBusyException(AwsBusyException.Reason.UNAVAILABLE, message, "IOException", null, e);
        }
    }
}
