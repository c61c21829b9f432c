package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateMatch.Side;
import io.catalogimport.validation.template.TemplateMatch.Unreadable;

/**
 * Compares templates by what they say. JSON or YAML, the order of keys, white space, comments, the long and the short
 * form of intrinsic functions, quotes around scalars, anchors and the template's line ends make no difference.
 */
public final class TemplateComparison {
    /**
     * Compares two templates.
     *
     * @param stackTemplate as GetTemplate gives it: each character outside ASCII may have become a {@code ?}
     * @param productTemplate as the artifact has it, complete
     */
    public TemplateMatch compare(String stackTemplate, String productTemplate) {
        TemplateNode inStack;
        try {
            inStack = TemplateReader.read(stackTemplate);
        } catch (UnreadableTemplateException e) {
            return new Unreadable(Side.STACK, e.reason());
        }
        TemplateNode inProduct;
        try {
            inProduct = TemplateReader.read(productTemplate);
        } catch (UnreadableTemplateException e) {
            return new Unreadable(Side.PRODUCT, e.reason());
        }
        return new StructureComparison().compare(inStack, inProduct);
    }
}
