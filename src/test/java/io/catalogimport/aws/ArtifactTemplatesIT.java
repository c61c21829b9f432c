package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the templates of product versions are read from. */
class ArtifactTemplatesIT {
    private static final Lane LANE = new Lane("aws", "111122223333", "eu-central-1");

    /** A bucket may be in another partition or at a stand-in of its own. Other calls show whether the credentials are good. */
    @Test
    void takesATemplateForHiddenWhereS3DoesNotKnowTheCredentials() {
        try (Sandbox sandbox = Sandbox.builder().start();
                SandboxSettings settings = SandboxSettings.of(sandbox);
                LaneClients clients = new LaneClients()) {
            assertThat(settings).isNotNull();
            sandbox.faults(
                    "calls: [{fault: error, code: InvalidAccessKeyId, status: 403, message: no, services: [s3]}]");
            ProvisioningArtifact artifact = new ProvisioningArtifact(
                    "pa-1",
                    null,
                    null,
                    true,
                    null,
                    null,
                    Map.of("TemplateUrl", "https://templates.s3.eu-central-1.amazonaws.com/web.yaml"));

            TemplateText text = new ArtifactTemplates(clients, new SdkStackGateway(clients)).read(LANE, artifact);

            assertThat(text).isInstanceOfSatisfying(TemplateText.Hidden.class, hidden -> assertThat(hidden.why())
                    .contains("InvalidAccessKeyId"));
        }
    }
}
