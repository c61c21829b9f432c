package io.catalogimport.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The SDK clients. Each is made when it is first used. There is one for each service and region, on one connection pool
 * and with one timer. Accounts share them, because each call brings the credentials of its lane. Credentials, endpoints
 * and retries come from the SDK's own settings ({@code AWS_ENDPOINT_URL}, {@code AWS_RETRY_MODE} and so on). Only the
 * default retry mode differs: it is standard and not legacy.
 */
public final class LaneClients implements AutoCloseable {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);

    /**
     * Connections are opened when needed. With some hundreds of lanes and answers that take half a second, about this
     * many calls are under way.
     */
    private static final int MAX_CONNECTIONS = 128;

    /** These threads only end calls that take too long. Otherwise each client would have five of its own. */
    private static final int TIMER_THREADS = 1;

    private final Network network;
    private final GuardedHttp http;
    private final OwnCredentials own;
    private final LaneCredentials credentials;
    private final ScheduledExecutorService timer;
    private final RetryMode retryMode;
    private final @Nullable AcceptLanguage language;
    private final @Nullable AwsCallListener listener;
    private final Map<String, CloudFormationClient> cloudFormation = new ConcurrentHashMap<>();
    private final Map<String, ServiceCatalogClient> serviceCatalog = new ConcurrentHashMap<>();
    private final Map<String, ServiceCatalogClient> importing = new ConcurrentHashMap<>();
    private final Map<String, S3Client> s3 = new ConcurrentHashMap<>();
    private final Map<String, StsClient> sts = new ConcurrentHashMap<>();
    private final Map<Lane, LaneClosedException> closed = new ConcurrentHashMap<>();
    private final Set<Lane> answered = ConcurrentHashMap.newKeySet();
    private final StsRegion stsRegion;
    private final AwsSilence silence = new AwsSilence(Clock.systemUTC());

    /** Clients for the caller's own account alone. */
    public LaneClients() {
        this(null);
    }

    /**
     * Clients for all accounts in which the role can be assumed. Without a role, for the caller's own account.
     *
     * @throws AwsConfigurationException if a setting of the SDK cannot be used
     */
    public LaneClients(@Nullable RoleSettings role) {
        this(role, null);
    }

    /** The same, with Service Catalog's answers in this language. */
    public LaneClients(@Nullable RoleSettings role, @Nullable AcceptLanguage language) {
        this(role, language, (AwsCallListener) null);
    }

    /**
     * The same. The listener is told of each call.
     *
     * @param listener null if nobody counts calls; the SDK then collects nothing
     */
    public LaneClients(
            @Nullable RoleSettings role, @Nullable AcceptLanguage language, @Nullable AwsCallListener listener) {
        this(role, language, listener, System.getenv());
    }

    /** The same, with the network settings of this environment. */
    LaneClients(@Nullable RoleSettings role, @Nullable AcceptLanguage language, Map<String, String> environment) {
        this(role, language, null, environment);
    }

    private LaneClients(
            @Nullable RoleSettings role,
            @Nullable AcceptLanguage language,
            @Nullable AwsCallListener listener,
            Map<String, String> environment) {
        this.language = language;
        this.listener = listener;
        SdkEnvironment.ignoreEmpty(environment);
        SdkSettings settings = SdkSettings.checked();
        this.network = Network.of(environment, settings);
        NetworkHttpService.use();
        this.http = new GuardedHttp(network.apache()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(ATTEMPT_TIMEOUT)
                .maxConnections(MAX_CONNECTIONS)
                .build());
        this.stsRegion = new StsRegion();
        this.own = new OwnCredentials();
        this.credentials = new LaneCredentials(
                own, role, this::sts, new OwnIdentity(this::sts, stsRegion.callersPartitions(), Clock.systemUTC()));
        this.retryMode = settings.retryMode();
        this.timer = timer();
    }

    /** The network settings, for other clients than those of AWS services. */
    Network network() {
        return network;
    }

    CloudFormationClient cloudFormation(Lane lane) {
        return cloudFormation.computeIfAbsent(
                lane.region(), region -> made(configured(CloudFormationClient.builder(), region)));
    }

    ServiceCatalogClient serviceCatalog(Lane lane) {
        return serviceCatalog.computeIfAbsent(
                lane.region(),
                region -> made(configured(ServiceCatalogClient.builder(), region)
                        .overrideConfiguration(
                                catalogLimits().retryStrategy(retryMode).build())));
    }

    /**
     * For the one call that changes something. After a lost answer, the SDK would simply repeat it. The importer first
     * looks whether it took effect.
     */
    ServiceCatalogClient serviceCatalogWithoutRetries(Lane lane) {
        return importing.computeIfAbsent(
                lane.region(),
                region -> made(configured(ServiceCatalogClient.builder(), region)
                        .overrideConfiguration(catalogLimits()
                                .retryStrategy(AwsRetryStrategy.doNotRetry())
                                .build())));
    }

    /** Path style works with every bucket name, and with endpoints that have no host name for each bucket. */
    S3Client s3(Lane lane) {
        return s3.computeIfAbsent(
                lane.region(),
                region -> made(configured(S3Client.builder(), region)
                        .forcePathStyle(true)
                        .crossRegionAccessEnabled(true)));
    }

    /** STS with the caller's own credentials, in one region of each partition. */
    StsClient sts(String partition) {
        return sts.computeIfAbsent(partition, name -> made(configured(StsClient.builder(), stsRegion.in(name))));
    }

    /** The partitions that may know the caller's credentials. */
    List<String> callersPartitions() {
        return stsRegion.callersPartitions();
    }

    /**
     * Makes a call in a lane and classifies its exceptions. The message says what was called, and for which resource.
     * If AWS refuses because of the lane's region, the lane is closed, so that AWS is not asked again for each of its
     * rows.
     *
     * @throws LaneClosedException if AWS cannot be asked in the lane
     */
    <T> T call(Lane lane, String operation, String resource, Supplier<T> call) {
        LaneClosedException known = closed.get(lane);
        if (known != null) {
            throw known;
        }
        try {
            T answer = silence.watched(lane, () -> AwsErrors.classified(operation, resource, call));
            answered.add(lane);
            return answer;
        } catch (AwsDeniedException e) {
            throw AwsErrors.isOfRegion(e) ? close(lane, e) : e;
        } catch (AwsCredentialsException e) {
            boolean isOfRegion =
                    AwsErrors.mayBeOfRegion(e) && credentials.areGoodElsewhere(lane, areGoodByOthers(lane, e));
            throw isOfRegion ? close(lane, e) : e;
        }
    }

    /** Whether another lane, and not this one, has accepted the credentials. This is used if STS cannot be reached. */
    private boolean areGoodByOthers(Lane lane, AwsCredentialsException refusal) {
        return AwsErrors.isUnknownKey(refusal) && !answered.isEmpty() && !answered.contains(lane);
    }

    private LaneClosedException close(Lane lane, AwsException refusal) {
        LaneClosedException reason = LaneClosedException.regionNotEnabled(lane, refusal);
        closed.put(lane, reason);
        return reason;
    }

    /** The settings that each request in the lane needs. May throw any {@link AwsException}. */
    Consumer<AwsRequestOverrideConfiguration.Builder> as(Lane lane) {
        AwsCredentialsProvider ofLane = credentials.of(lane);
        return configuration -> configuration.credentialsProvider(ofLane);
    }

    /**
     * The account in which calls in the lane are made; empty if AWS does not say.
     *
     * @throws AwsBusyException if AWS gives no answer
     */
    Optional<String> account(Lane lane) {
        return credentials.account(lane);
    }

    /** The ARN of the user, the role or its session that makes the calls in the lane; empty if AWS does not say. */
    Optional<String> principal(Lane lane) {
        return credentials.principal(lane);
    }

    /**
     * The ARN of the user or role that makes the calls in the lane; empty if AWS does not say. AWS is asked at most once for each
     * partition.
     */
    public Optional<String> caller(Lane lane) {
        try {
            return credentials.arn(lane);
        } catch (AwsException e) {
            return Optional.empty();
        }
    }

    /** The account that the caller's own credentials are for; empty where AWS does not tell. */
    Optional<String> ownAccount(String partition) {
        return credentials.ownAccount(partition);
    }

    /** The region of the caller's own settings. */
    Optional<String> ownRegion() {
        return stsRegion.callersOwn();
    }

    /**
     * The timeout of a call that has ended is removed at once. It would keep the call's answer in memory for a minute
     * and a half.
     */
    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMER_THREADS, work -> {
            Thread thread = new Thread(work, "aws-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder, String region) {
        return builder.region(Region.of(region))
                .credentialsProvider(own)
                .httpClient(http)
                .overrideConfiguration(limits().retryStrategy(retryMode).build());
    }

    /** The SDK reads some of its settings only when a client is built. */
    private static <C> C made(SdkBuilder<?, C> builder) {
        return SdkSettings.usable("One of the AWS settings", builder::build);
    }

    private ClientOverrideConfiguration.Builder catalogLimits() {
        return language == null ? limits() : limits().addExecutionInterceptor(new LanguageOfCalls(language));
    }

    private ClientOverrideConfiguration.Builder limits() {
        ClientOverrideConfiguration.Builder limits = ClientOverrideConfiguration.builder()
                .scheduledExecutorService(timer)
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .apiCallTimeout(CALL_TIMEOUT);
        return listener == null ? limits : limits.addMetricPublisher(new CallPublisher(listener));
    }

    /** Cancels the calls under way and all later ones. Each fails as if AWS could not be reached. */
    public void giveUpCalls() {
        http.giveUp();
    }

    @Override
    public void close() {
        cloudFormation.values().forEach(CloudFormationClient::close);
        serviceCatalog.values().forEach(ServiceCatalogClient::close);
        importing.values().forEach(ServiceCatalogClient::close);
        s3.values().forEach(S3Client::close);
        sts.values().forEach(StsClient::close);
        own.close();
        timer.shutdownNow();
        http.close();
    }
}
