package io.catalogimport.validation.template;

/**
 * Limits the size of one template after its anchors are resolved. A few lines of YAML can stand for billions of nodes,
 * or for a node that contains itself.
 */
final class NodeBudget {
    static final int DEEPEST = 200;

    private static final int MOST = 250_000;

    private int taken;

    /** Counts one node at the given depth. */
    void take(int depth) throws UnreadableTemplateException {
        if (depth > DEEPEST) {
            throw new UnreadableTemplateException("it is nested more than " + DEEPEST + " levels deep");
        }
        taken++;
        if (taken > MOST) {
            throw new UnreadableTemplateException("it has more than " + MOST + " nodes when its anchors are resolved");
        }
    }
}
