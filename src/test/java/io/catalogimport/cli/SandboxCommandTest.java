package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SandboxCommandTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void saysWhatToDoAboutAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int exitCode = run("--port", String.valueOf(taken.getLocalPort()));

            assertThat(exitCode).isEqualTo(69);
            assertThat(errors.toString())
                    .startsWith("Port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void saysWhereASeedIsWrong(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("seed.yaml"), "accounts: {eu-central-1: {}}");

        int exitCode = run("--port", "0", "--seed", directory.toString());

        assertThat(exitCode).isEqualTo(78);
        assertThat(errors.toString()).contains("seed.yaml: accounts.eu-central-1: an account is twelve digits");
    }

    @Test
    void anAccountHasTwelveDigits() {
        assertThat(run("--account", "1234")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("--account must be twelve digits, not 1234");
    }

    private int run(String... arguments) {
        return new CommandLine(new SandboxCommand())
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
