package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateCorpus.Kind;
import io.catalogimport.validation.template.TemplateCorpus.Pair;
import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Invented templates are the same however they are written, and no change to one is missed. */
class TemplateCorpusTest {
    private static final int PAIRS = Integer.getInteger("corpus.pairs", 900);

    @Test
    void judgesEachInventedPairRightly() {
        assertThat(LongStream.range(0, PAIRS)
                        .filter(number -> !isJudgedRightly(number))
                        .limit(3))
                .allSatisfy(number -> {
                    Pair pair = TemplateCorpus.pair(number, resources(number));
                    assertThat(new TemplateComparison()
                                    .compare(pair.inStack(), pair.inProduct())
                                    .sentence())
                            .as("pair %d (%s):%n%s%n=====%n%s", number, pair.kind(), pair.inStack(), pair.inProduct())
                            .isEqualTo("judged rightly");
                });
    }

    @Test
    void inventsPairsOfEveryKind() {
        assertThat(LongStream.range(0, 50)
                        .mapToObj(number -> TemplateCorpus.pair(number, 1).kind()))
                .contains(Kind.values());
    }

    private static boolean isJudgedRightly(long number) {
        Pair pair = TemplateCorpus.pair(number, resources(number));
        TemplateMatch match = new TemplateComparison().compare(pair.inStack(), pair.inProduct());
        return pair.kind().isSame() ? match instanceof Same : match instanceof Different;
    }

    private static int resources(long number) {
        return 1 + (int) (number % 6);
    }
}
