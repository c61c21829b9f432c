package io.catalogimport.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** How the sandbox's own answers and its call log are written: times in ISO 8601, absent values left out. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** One line. */
    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
