package io.catalogimport.run;

/**
 * The name by which other processes and Spring Batch know a process that works on a run. Stored.
 *
 * @param text host, process id and the time of the command, with slashes between them
 */
public record WorkerName(String text) {
    /** The name of this process. It stays the same when the run continues after an outage. */
    public static WorkerName ofThisProcess(RunOptions options) {
        return new WorkerName(
                HostName.ofThisMachine() + "/" + ProcessHandle.current().pid() + "/" + options.startedAt());
    }

    /** As people name it: {@code process 4711 on host db1}. */
    public String words() {
        String[] parts = text.split("/", 3);
        return parts.length < 3 ? text : "process " + parts[1] + " on host " + parts[0];
    }
}
