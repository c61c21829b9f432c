package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Mapping;

/** Any number of invented pairs of templates, of which it is known whether they say the same. */
public final class TemplateCorpus {
    private TemplateCorpus() {}

    /** What a pair is, apart from its texts. */
    public enum Kind {
        /** The same template in another style and other forms. */
        REWRITTEN,
        /** The same, and GetTemplate has given the stack's back. */
        LOSSY,
        /** Another template, by one place, in another style. */
        MUTATED;

        public boolean isSame() {
            return this != MUTATED;
        }
    }

    /** Two templates to be compared. */
    public record Pair(Kind kind, String inStack, String inProduct) {}

    /**
     * The pair of that number, which is always the same one.
     *
     * @param resources how many the templates have
     */
    public static Pair pair(long number, int resources) {
        Dice dice = new Dice(number);
        Kind kind = Kind.values()[dice.below(Kind.values().length)];
        Mapping template = new InventedTemplate(dice).template(resources);
        Mapping other = kind == Kind.MUTATED ? mutated(template, dice) : new SameForms(dice).of(template);
        String inProduct = written(template, dice);
        String inStack = written(other, dice);
        return new Pair(kind, kind == Kind.LOSSY ? LossyText.lostByCharacter(inStack) : inStack, inProduct);
    }

    /** The template of that number, in one of any number of styles and forms that all say the same. */
    public static String template(long number, int resources, long style) {
        Dice dice = new Dice(style);
        return written(new SameForms(dice).of(new InventedTemplate(new Dice(number)).template(resources)), dice);
    }

    /** The template of that number with some places changed, in one of any number of styles. */
    public static String changed(long number, int resources, int changes, long style) {
        Dice dice = new Dice(number);
        Mapping template = new InventedTemplate(dice).template(resources);
        for (int i = 0; i < changes; i++) {
            template = mutated(template, dice);
        }
        return written(template, new Dice(style));
    }

    private static Mapping mutated(Mapping template, Dice dice) {
        Mapping mutated = Mutation.of(template, dice);
        return mutated.meaning().equals(template.meaning()) ? mutated(template, dice) : mutated;
    }

    private static String written(Mapping template, Dice dice) {
        return dice.once(3) ? new JsonStyle(dice).write(template) : new YamlStyle(dice).write(template);
    }
}
