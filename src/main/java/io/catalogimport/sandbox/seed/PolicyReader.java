package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.iam.Patterns;
import io.catalogimport.sandbox.iam.Policy;
import io.catalogimport.sandbox.iam.Statement;
import io.catalogimport.sandbox.template.PlainTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads IAM policy documents. Conditions cannot be judged here: an Allow that has one allows nothing, and a Deny that has
 * one is refused, so that the sandbox never lets pass what AWS may deny.
 */
public final class PolicyReader {
    private PolicyReader() {}

    /** A policy for the callers of these accounts; of all where there are none. */
    public static Policy read(Path file, Set<String> accounts) {
        try {
            SeedNode document = new SeedNode(file.toString(), "", PlainTree.parse(Files.readString(file)));
            document.allowing("Version", "Id", "Statement");
            List<SeedNode> statements = document.itemsOrOne("Statement");
            if (statements.isEmpty()) {
                throw document.wrong("Statement is missing");
            }
            return new Policy(
                    accounts,
                    statements.stream()
                            .filter(PolicyReader::isInForce)
                            .map(PolicyReader::statement)
                            .toList());
        } catch (IOException e) {
            throw new SeedException(file + ": cannot be read");
        } catch (IllegalArgumentException e) {
            throw new SeedException(file + ": " + e.getMessage());
        }
    }

    private static boolean isInForce(SeedNode node) {
        if (node.find("Condition").isEmpty()) {
            return true;
        }
        if (!allows(node)) {
            throw node.wrong("a Deny with a Condition cannot be judged here");
        }
        return false;
    }

    private static Statement statement(SeedNode node) {
        node.allowing("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource");
        return new Statement(allows(node), patterns(node, "Action"), patterns(node, "Resource"));
    }

    private static boolean allows(SeedNode node) {
        return SeededRegion.required(node, "Effect").oneOf(Map.of("Allow", true, "Deny", false));
    }

    private static Patterns patterns(SeedNode node, String key) {
        boolean inverted = node.find("Not" + key).isPresent();
        if (inverted == node.find(key).isPresent()) {
            throw node.wrong("a statement has either " + key + " or Not" + key);
        }
        List<SeedNode> patterns = node.itemsOrOne(inverted ? "Not" + key : key);
        return new Patterns(patterns.stream().map(SeedNode::text).toList(), inverted);
    }
}
