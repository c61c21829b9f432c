package io.catalogimport.sandbox.world;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bucket and key behind a template's URL: path style at the sandbox, either style at AWS's host names. */
public record TemplateUrl(String bucket, String key) {
    private static final Pattern PATH_STYLE = Pattern.compile(
            "(?:https://s3[.-][a-z0-9.-]*amazonaws\\.com(?:\\.cn)?|https?://(?:127\\.0\\.0\\.1|localhost):\\d+)/([^/?]+)/([^?]+).*");
    private static final Pattern HOST_STYLE =
            Pattern.compile("https://([^/]+?)\\.s3[.-][a-z0-9.-]*amazonaws\\.com(?:\\.cn)?/([^?]+).*");

    public static Optional<TemplateUrl> parse(String url) {
        Matcher path = PATH_STYLE.matcher(url);
        if (path.matches()) {
            return Optional.of(new TemplateUrl(path.group(1), decoded(path.group(2))));
        }
        Matcher host = HOST_STYLE.matcher(url);
        return host.matches() ? Optional.of(new TemplateUrl(host.group(1), decoded(host.group(2)))) : Optional.empty();
    }

    /** The path style URL at the sandbox. */
    public String at(URI endpoint) {
        return endpoint + "/" + bucket + "/" + key;
    }

    private static String decoded(String path) {
        return URI.create("/" + path).getPath().substring(1);
    }
}
