package io.catalogimport.launch;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkInventoryGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.mapping.VersionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries the calls that plan makes in a lane, for one row of it. Each call only reads. */
final class LaneExam {
    private final CallerIdentity identity;
    private final SdkStackGateway stacks;
    private final SdkCatalogGateway catalog;
    private final SdkInventoryGateway inventory;
    private final ArtifactTemplates templates;

    LaneExam(LaneClients clients) {
        this.identity = new CallerIdentity(clients);
        this.stacks = new SdkStackGateway(clients);
        this.catalog = new SdkCatalogGateway(clients);
        this.inventory = new SdkInventoryGateway(clients);
        this.templates = new ArtifactTemplates(clients, stacks);
    }

    /** What was found, the lane itself at the beginning. */
    List<ExamFinding> of(StackMapping row) {
        return new Probes(row.stackArn().lane()).all(row);
    }

    private final class Probes {
        private final Lane lane;
        private final List<ExamFinding> refused = new ArrayList<>();
        private final List<String> allowed = new ArrayList<>();

        Probes(Lane lane) {
            this.lane = lane;
        }

        List<ExamFinding> all(StackMapping row) {
            try {
                identity.requireAccount(lane);
                probe("cloudformation:DescribeStacks", () -> stacks.describe(row.stackArn()));
                probe("cloudformation:ListStacks", () -> stacks.livingStacks(lane, null));
                probe("cloudformation:GetTemplate", () -> stacks.template(row.stackArn()));
                probe("servicecatalog:SearchProvisionedProducts", () -> catalog.provisionedProducts(lane, null));
                if (!row.names().equals(VersionNames.NONE)) {
                    probe("servicecatalog:SearchProducts", () -> inventory.launchableProducts(lane, null));
                }
                if (!row.productId().isEmpty()) {
                    probe("servicecatalog:DescribeProduct", () -> catalog.findProduct(lane, row.productId()));
                    probe("servicecatalog:ListLaunchPaths", () -> catalog.launchPaths(lane, row.productId()));
                }
                if (!row.productId().isEmpty() && !row.provisioningArtifactId().isEmpty()) {
                    probe("servicecatalog:DescribeProvisioningArtifact", () -> artifact(row));
                    template(row);
                }
            } catch (AwsException e) {
                // Nothing more can be asked in the lane.
                return List.of(ExamFinding.failed("lane " + lane, e));
            }
            List<ExamFinding> found = new ArrayList<>();
            found.add(ExamFinding.ok("lane " + lane, "is reached. Allowed: " + String.join(", ", allowed)));
            found.addAll(refused);
            return found;
        }

        private Optional<ProvisioningArtifact> artifact(StackMapping row) {
            return catalog.findProvisioningArtifact(lane, row.productId(), row.provisioningArtifactId());
        }

        /** An answer that there is no such thing is an answer. */
        private void probe(String permission, Runnable call) {
            try {
                call.run();
                allowed.add(permission);
            } catch (AwsRefusedException e) {
                allowed.add(permission);
            } catch (AwsDeniedException e) {
                refused.add(ExamFinding.failed("lane %s, %s".formatted(lane, permission), e));
            }
        }

        private void template(StackMapping row) {
            try {
                artifact(row).map(version -> templates.read(lane, version)).ifPresent(text -> {
                    if (text instanceof TemplateText.Hidden hidden) {
                        refused.add(ExamFinding.warning(
                                "lane %s, s3:GetObject".formatted(lane),
                                "The template of version %s cannot be read: %s. Allow it, or use --template-check off."
                                        .formatted(row.provisioningArtifactId(), hidden.why())));
                    }
                });
            } catch (AwsRefusedException | AwsDeniedException | AwsBusyException e) {
                refused.add(ExamFinding.warning(
                        "lane %s, s3:GetObject".formatted(lane),
                        "The template of version %s was not read: %s."
                                .formatted(row.provisioningArtifactId(), e.getMessage())));
            }
        }
    }
}
