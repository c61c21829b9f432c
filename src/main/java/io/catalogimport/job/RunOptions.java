package io.catalogimport.job;

import io.catalogimport.importing.Completion;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.validation.TemplateCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user asks for.
 *
 * @param importTimeout how long one import is followed
 * @param strict whether nothing is imported if any row is rejected
 * @param limit how many imports are begun at most
 * @param results where the results are written
 * @param stateDirectory where the embedded database keeps its data, if there is no other database
 */
public record RunOptions(
        RunCommand command,
        MappingFile file,
        TemplateCheck templateCheck,
        Completion completion,
        Duration importTimeout,
        boolean strict,
        Optional<FailureBudget> failureBudget,
        Optional<Integer> limit,
        Path results,
        Path stateDirectory) {}
