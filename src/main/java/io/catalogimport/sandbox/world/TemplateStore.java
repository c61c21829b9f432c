package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.template.Template;
import java.util.Optional;

/** Reads templates that requests name by their URL, out of the sandbox's own buckets. */
public final class TemplateStore {
    private final Buckets buckets;

    public TemplateStore(Buckets buckets) {
        this.buckets = buckets;
    }

    /** The template at the URL; throws an IllegalArgumentException that says why there is none. */
    public Template read(String url, Location reader) {
        TemplateUrl address = TemplateUrl.parse(url)
                .orElseThrow(() -> new IllegalArgumentException("TemplateURL must be an Amazon S3 URL."));
        Optional<StoredObject> object = buckets.find(address.bucket())
                .filter(bucket -> bucket.location().account().equals(reader.account()))
                .map(bucket -> bucket.objects().get(address.key()));
        return Template.parse(object.orElseThrow(() -> new IllegalArgumentException("S3 error: Access Denied"))
                .text());
    }
}
