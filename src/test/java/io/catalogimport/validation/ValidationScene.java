package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.FakeCatalog;
import io.catalogimport.aws.FakeInventory;
import io.catalogimport.aws.FakeStacks;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.mapping.MappingBuilder;
import io.catalogimport.mapping.StackMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An AWS in which the mapping can be imported, as far as the test does not say otherwise. */
final class ValidationScene {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Never asked: nothing here lets a rule get as far as a real client. */
    private static final LaneClients NO_CLIENTS = new LaneClients();

    final FakeTime time = new FakeTime();
    final FakeCatalog catalog = new FakeCatalog();
    final FakeStacks stacks = new FakeStacks();
    final FakeInventory inventory = new FakeInventory();
    UpcomingMappings upcoming = UpcomingMappings.UNKNOWN;
    EarlierImports earlier = EarlierImports.UNKNOWN;

    /** What the rule has to say of the mapping. */
    List<Finding> check(MappingRule rule) {
        return check(rule, aMapping());
    }

    /** What both rules have to say, the one after the other of the same mapping. */
    List<Finding> check(MappingRule first, MappingRule second) {
        return check(
                candidate -> {
                    List<Finding> findings = new ArrayList<>(first.check(candidate));
                    findings.addAll(second.check(candidate));
                    return findings;
                },
                aMapping());
    }

    List<Finding> check(MappingRule rule, MappingBuilder mapping) {
        StackMapping built = mapping.build();
        AwsFacts facts = facts(NO_CLIENTS, new CallerIdentity(NO_CLIENTS));
        return rule.check(new Candidate(
                built,
                stacks.describe(built.stackArn()),
                facts.of(built.stackArn().lane())));
    }

    /** All rules, which share what they have asked for. */
    MappingValidator validator() {
        return new MappingValidator(
                facts(NO_CLIENTS, new CallerIdentity(lane -> Optional.of(lane.account()))),
                CheckSettings.STRICT,
                earlier);
    }

    /** All rules, where AWS is asked by these clients who the caller is. */
    MappingValidator validator(LaneClients clients) {
        return new MappingValidator(facts(clients, new CallerIdentity(clients)), CheckSettings.STRICT, earlier);
    }

    /** The product version has this template, and so has the stack. */
    void bothHaveTemplate(String template) {
        versionHasTemplate(template);
        stacks.templates().then(template);
    }

    void versionHasTemplate(String template) {
        versionTellsOfItsTemplate(Map.of("CloudFormationTemplate", template));
    }

    void versionTellsOfItsTemplate(Map<String, String> info) {
        catalog.artifacts()
                .then(Optional.of(new ProvisioningArtifact(
                        "pa-web-1", "v1", "CLOUD_FORMATION_TEMPLATE", true, "DEFAULT", "AVAILABLE", info)));
    }

    private AwsFacts facts(LaneClients clients, CallerIdentity caller) {
        return new AwsFacts(
                stacks,
                catalog,
                inventory,
                new ArtifactTemplates(clients, stacks),
                caller,
                new PoliteCalls(
                        new PoliteRate(1e6, time, time),
                        new TransientRetry(time, time, new Patience(PATIENCE, PATIENCE, PATIENCE))),
                new FreshAccess(time, time),
                upcoming);
    }
}
