package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.template.Template;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.StoredObject;
import io.catalogimport.sandbox.world.TemplateUrl;
import io.catalogimport.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a version's Info map leads to its template, in the forms that are seen of AWS.
 *
 * @param usual the Info map
 * @param verbose what a verbose answer has in addition
 */
record ArtifactInfo(Map<String, String> usual, Map<String, String> verbose) {
    /** Owns the templates that nobody else may read, like the hub account of a shared portfolio. */
    private static final String HUB_ACCOUNT = "999999999999";

    private enum Form {
        TEMPLATE_URL,
        LOAD_TEMPLATE_FROM_URL,
        IMPORT_FROM_PHYSICAL_ID,
        CLOUD_FORMATION_TEMPLATE,
        UNREADABLE
    }

    private static final Map<String, Form> FORMS = forms();

    static ArtifactInfo of(
            World world, RegionalState state, SeedNode version, Template template, String key, Instant now) {
        Location location = state.location();
        Form form = version.find("info").map(info -> info.oneOf(FORMS)).orElse(Form.TEMPLATE_URL);
        Location owner = form == Form.UNREADABLE ? new Location(HUB_ACCOUNT, location.region()) : location;
        String url = store(world, owner, key, template, now);
        return switch (form) {
            case TEMPLATE_URL, UNREADABLE -> new ArtifactInfo(Map.of("TemplateUrl", url), Map.of());
            case LOAD_TEMPLATE_FROM_URL -> new ArtifactInfo(Map.of("LoadTemplateFromURL", url), Map.of());
            case CLOUD_FORMATION_TEMPLATE ->
                new ArtifactInfo(Map.of("TemplateUrl", url), Map.of("CloudFormationTemplate", template.text()));
            case IMPORT_FROM_PHYSICAL_ID -> {
                SeedNode stack = SeededRegion.required(version, "stack");
                String arn = SeededRegion.stack(state, stack, now).arn();
                yield new ArtifactInfo(Map.of("ImportFromPhysicalId", arn), Map.of());
            }
        };
    }

    private static String store(World world, Location owner, String key, Template template, Instant now) {
        TemplateUrl url = new TemplateUrl("sandbox-templates-" + owner.account() + "-" + owner.region(), key);
        byte[] content = template.text().getBytes(StandardCharsets.UTF_8);
        world.buckets()
                .findOrCreate(url.bucket(), owner)
                .objects()
                .put(url.key(), new StoredObject(content, "application/octet-stream", now));
        return url.at(world.endpoint());
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("TemplateUrl", Form.TEMPLATE_URL);
        forms.put("LoadTemplateFromURL", Form.LOAD_TEMPLATE_FROM_URL);
        forms.put("ImportFromPhysicalId", Form.IMPORT_FROM_PHYSICAL_ID);
        forms.put("CloudFormationTemplate", Form.CLOUD_FORMATION_TEMPLATE);
        forms.put("Unreadable", Form.UNREADABLE);
        return forms;
    }
}
