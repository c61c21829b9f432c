package io.catalogimport.report.html;

import io.catalogimport.report.RunSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the page is about, and its style and script. A browser obeys only the two with these digests, and nothing from elsewhere.
 *
 * @param started when the start began that wrote the page
 * @param written when the page was written
 */
record Head(
        String file,
        String path,
        String digest,
        String command,
        @Nullable String outcome,
        boolean died,
        @Nullable String error,
        String started,
        String written,
        String style,
        String styleDigest,
        String script,
        String scriptDigest) {

    static Head of(RunSummary summary, String style, String script) {
        String path = summary.mappingFile().path();
        @Nullable Path name = Path.of(path).getFileName();
        return new Head(
                name == null ? path : name.toString(),
                path,
                summary.mappingFile().sha256(),
                summary.command(),
                summary.outcome() == null ? null : summary.outcome().name(),
                summary.died(),
                summary.error(),
                Words.time(summary.startedAt()),
                Words.time(summary.writtenAt()),
                style,
                digest(style),
                script,
                digest(script));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
