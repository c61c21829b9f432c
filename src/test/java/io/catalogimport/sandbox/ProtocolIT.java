package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no SDK would send: without a signature, garbled, for services and operations that are not there. */
class ProtocolIT {
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String DESCRIBE_RECORD = "AWS242ServiceCatalogService.DescribeRecord";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox = Sandbox.builder().clock(new SettableClock()).start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void jsonServicesAskForASignature() throws Exception {
        HttpResponse<String> answer = send(json(DESCRIBE_RECORD, "{}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.body()).contains("\"__type\":\"MissingAuthenticationTokenException\"");
    }

    @Test
    void queryServicesAskForASignature() throws Exception {
        HttpResponse<String> answer = send(form("Action=DescribeStacks&Version=2010-05-15"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\">")
                .contains("<Code>MissingAuthenticationToken</Code>")
                .contains("<RequestId>");
    }

    @Test
    void aGarbledSignatureIsIncomplete() throws Exception {
        HttpResponse<String> answer =
                send(json(DESCRIBE_RECORD, "{}").header("Authorization", "AWS4-HMAC-SHA256 Credential=me"));

        assertThat(answer.body()).contains("IncompleteSignatureException");
    }

    @Test
    void aSignatureIsGoodForItsServiceOnly() throws Exception {
        HttpResponse<String> answer = send(signed(form("Action=DescribeStacks&Version=2010-05-15"), "sts"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("SignatureDoesNotMatch").contains("correct service: 'cloudformation'");
    }

    @Test
    void aSignatureMayStandInTheQuery() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/?Action=GetCallerIdentity&Version=2011-06-15"
                + "&X-Amz-Credential=222233334444%2F20260301%2Feu-west-1%2Fsts%2Faws4_request")));

        assertThat(answer.body()).contains("<Account>222233334444</Account>");
        assertThat(sandbox.calls()).singleElement().satisfies(call -> assertThat(call.region())
                .isEqualTo("eu-west-1"));
    }

    @Test
    void unknownOperationsAreNamed() throws Exception {
        assertThat(send(signed(json("AWS242ServiceCatalogService.Guess", "{}"), "servicecatalog"))
                        .body())
                .contains("UnknownOperationException")
                .contains("Guess");
        assertThat(send(signed(form("Action=Guess&Version=2010-05-15"), "cloudformation"))
                        .body())
                .contains("<Code>InvalidAction</Code>");
    }

    @Test
    void unknownServicesAnswerInTheProtocolTheyAreSpokenTo() throws Exception {
        assertThat(send(signed(json("DynamoDB_20120810.ListTables", "{}"), "dynamodb"))
                        .body())
                .contains("UnknownOperationException");
        assertThat(send(signed(form("Action=DescribeInstances&Version=2016-11-15"), "ec2"))
                        .body())
                .contains("<Code>InvalidAction</Code>");
    }

    @Test
    void whatIsNotJsonCannotBeRead() throws Exception {
        assertThat(send(signed(json(DESCRIBE_RECORD, "{"), "servicecatalog")).body())
                .contains("SerializationException");
        assertThat(send(signed(json(DESCRIBE_RECORD, "{\"Id\":5}"), "servicecatalog"))
                        .body())
                .contains("SerializationException");
    }

    @Test
    void aRequiredMemberMustNotBeNull() throws Exception {
        assertThat(send(signed(json(DESCRIBE_RECORD, "{\"Id\":null}"), "servicecatalog"))
                        .body())
                .contains("1 validation error detected: Value null at 'id' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void takesABodyInChunks() throws Exception {
        HttpResponse<String> answer = send(signed(
                HttpRequest.newBuilder(at("/"))
                        .header("X-Amz-Target", DESCRIBE_RECORD)
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream("{\"Id\":5}".getBytes(StandardCharsets.UTF_8)))),
                "servicecatalog"));

        assertThat(answer.body()).contains("SerializationException");
    }

    @Test
    void letsTheClientSendABodyThatItAsksForFirst() throws Exception {
        HttpResponse<String> answer = send(
                signed(json(DESCRIBE_RECORD, "{\"Id\":5}"), "servicecatalog").expectContinue(true));

        assertThat(answer.body()).contains("SerializationException");
    }

    @Test
    void answersWithTheTimeOfItsOwnClock() throws Exception {
        assertThat(send(json(DESCRIBE_RECORD, "{}")).headers().firstValue("Date"))
                .contains("Sun, 01 Mar 2026 08:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.0\r\n\r\n",
                "GET /a b HTTP/1.1\r\n\r\n",
                "GET /% HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nno header\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n"
            })
    void whatIsNotHttpIsRefusedAndTheConnectionClosed(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void answersSeveralHundredConnectionsAtOnce() throws IOException {
        byte[] request = "GET /?Action=GetCallerIdentity&Version=2011-06-15 HTTP/1.1\r\nHost: sandbox\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Socket client = connect();
                clients.add(client);
                client.getOutputStream().write(request);
            }

            for (Socket client : clients) {
                assertThat(client.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 403");
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void answersManyClientsAtOnce() {
        HttpRequest request = signed(form("Action=GetCallerIdentity&Version=2011-06-15"), "sts")
                .build();

        assertThat(
                        IntStream.range(0, 50)
                                .mapToObj(number -> http.sendAsync(request, BodyHandlers.ofString()))
                                .toList()
                                .stream()
                                .map(answer -> answer.join().statusCode()))
                .containsOnly(200);
        assertThat(sandbox.calls()).hasSize(50);
    }

    private HttpRequest.Builder json(String target, String body) {
        return HttpRequest.newBuilder(at("/")).header("X-Amz-Target", target).POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder form(String body) {
        return HttpRequest.newBuilder(at("/")).header("Content-Type", FORM).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, String service) {
        return request.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-central-1/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0123");
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), sandbox.endpoint().getPort());
    }

    private URI at(String path) {
        return URI.create(sandbox.endpoint() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
