package io.catalogimport.launch;

import io.catalogimport.run.AwsOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a discovery works with.
 *
 * @param out the mapping file that is written
 * @param stateDirectory where the embedded database keeps its data, if there is no other database
 * @param lockWait how long another process that uses the embedded database is waited for
 */
public record DiscoverySettings(Path out, AwsOptions aws, Path stateDirectory, Duration lockWait) {}
