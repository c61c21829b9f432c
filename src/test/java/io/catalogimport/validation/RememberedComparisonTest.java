package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateComparison;
import io.catalogimport.validation.template.TemplateMatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedComparisonTest {
    private static final String YAML = "Resources: {Topic: {Type: 'AWS::SNS::Topic'}}";
    private static final String JSON = "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}";
    private static final String OTHER = "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}";

    private final List<String> compared = new ArrayList<>();
    private final RememberedComparison comparison = new RememberedComparison((inStack, inProduct) -> {
        compared.add(inStack + inProduct);
        return new TemplateComparison().compare(inStack, inProduct);
    });

    @Test
    void comparesTwoTextsOnce() {
        TemplateMatch first = comparison.compare(JSON, YAML);
        TemplateMatch again = comparison.compare(JSON, YAML);

        assertThat(first).isInstanceOf(TemplateMatch.Same.class);
        assertThat(again).isSameAs(first);
        assertThat(compared).hasSize(1);
    }

    @Test
    void tellsWhichOfThemIsTheStacks() {
        assertThat(comparison.compare(JSON, OTHER)).isNotEqualTo(comparison.compare(OTHER, JSON));
    }

    @Test
    void comparesEachOtherPair() {
        comparison.compare(JSON, YAML);

        assertThat(comparison.compare(JSON, OTHER)).isInstanceOf(TemplateMatch.Different.class);
        assertThat(comparison.compare(OTHER, YAML)).isInstanceOf(TemplateMatch.Different.class);
    }
}
