package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Input;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The idempotency tokens used in one location: a request that comes again gets its first answer again. */
public final class Tokens {
    private final Map<String, Used> used = new HashMap<>();

    private record Used(Map<String, Object> members, Function<Instant, Answer> answer) {}

    /** The answer to the same request before; refuses one that differs in more than the language of its messages. */
    public Optional<Answer> replay(String operation, Input input, Instant now) {
        Used before = used.get(key(operation, input));
        if (before == null) {
            return Optional.empty();
        }
        if (!before.members().equals(identity(input))) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "The idempotency token " + token(input) + " has been used before, with other parameters.");
        }
        return Optional.of(before.answer().apply(now));
    }

    public void remember(String operation, Input input, Function<Instant, Answer> answer) {
        used.put(key(operation, input), new Used(identity(input), answer));
    }

    private static String key(String operation, Input input) {
        return operation + " " + token(input);
    }

    private static String token(Input input) {
        return input.find("IdempotencyToken")
                .or(() -> input.find("UpdateToken"))
                .orElseGet(() -> input.text("TerminateToken"));
    }

    private static Map<String, Object> identity(Input input) {
        Map<String, Object> members = new HashMap<>(input.members());
        members.remove("AcceptLanguage");
        return members;
    }
}
