package io.catalogimport.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options in which two workers differ. */
final class OptionsDifference {
    private OptionsDifference() {}

    /**
     * Names only the options that differ.
     *
     * @param theirs options as on the command line
     */
    static String words(String theirs, String ours) {
        Map<String, String> known = byName(theirs);
        Map<String, String> own = byName(ours);
        return Stream.concat(known.keySet().stream(), own.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(known.get(name), own.get(name)))
                .map(name -> option(name, known) + " (this worker: " + option(name, own) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String option(String name, Map<String, String> options) {
        return options.getOrDefault(name, "no " + name);
    }

    private static Map<String, String> byName(String options) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String option : options.split(" (?=--)", -1)) {
            byName.put(option.replaceFirst(" .*", ""), option);
        }
        return byName;
    }
}
