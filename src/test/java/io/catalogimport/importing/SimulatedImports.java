package io.catalogimport.importing;

import static io.catalogimport.mapping.MappingBuilder.aMapping;

import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.ImportRequest;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductBuilder;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.StackStatus;
import io.catalogimport.aws.StackTraits;
import io.catalogimport.aws.UpdateTerms;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.mapping.StackMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Imports one after another that take the time the test wants, in an AWS and by a clock that take none. */
public final class SimulatedImports implements CatalogGateway, StackGateway {
    private static final StackMapping MAPPING = aMapping().build();
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final ImportSettings SETTINGS = new ImportSettings(
            Completion.STACK, FOREVER, FOREVER, new Patience(FOREVER, FOREVER, FOREVER), Optional::empty);

    private final FakeTime time;
    private final PollSchedule schedule;
    private Instant end = Instant.EPOCH;
    private int calls;
    private double importSeconds;
    private double gapSeconds;
    private int imports;

    public SimulatedImports(FakeTime time, PollSchedule schedule) {
        this.time = time;
        this.schedule = schedule;
    }

    /** Follows imports that take so many seconds each, by their number, and learns from them. */
    public SimulatedImports follow(int count, IntToDoubleFunction seconds) {
        for (int number = 0; number < count; number++) {
            follow(Duration.ofNanos((long) (seconds.applyAsDouble(number) * 1e9)));
        }
        return this;
    }

    private void follow(Duration length) {
        Instant start = time.instant();
        end = start.plus(length);
        Attempt attempt = new Attempt(1, "token", "rec-1", "pp-1", start);
        LedgerEntry entry = new LedgerEntry(1, MAPPING, MappingState.IN_PROGRESS, attempt, null);
        ImportWatch watch = new ImportWatch(new ImportView(new Gateways(this, this), time, SETTINGS, entry), true);
        Duration unfinished = Duration.ZERO;
        Duration waited = look(start);
        while (watch.look().isEmpty()) {
            unfinished = waited;
            waited = look(start);
        }
        schedule.learn(MAPPING.stackArn().lane(), unfinished, waited);
        imports++;
        importSeconds += length.toNanos() / 1e9;
        gapSeconds += Duration.between(end, time.instant()).toNanos() / 1e9;
    }

    private Duration look(Instant start) {
        Duration waited = Duration.between(start, time.instant());
        time.advance(schedule.untilNextLook(MAPPING.stackArn().lane(), waited));
        return Duration.between(start, time.instant());
    }

    /** From the ends of the imports until they were noticed, as a share of the time that the imports took. */
    public double gap() {
        return gapSeconds / importSeconds;
    }

    /** The mean number of calls that an import took to follow. */
    public double calls() {
        return (double) calls / imports;
    }

    private boolean isOver() {
        calls++;
        return !time.instant().isBefore(end);
    }

    @Override
    public Optional<CatalogRecord> findRecord(Lane lane, String recordId) {
        String status = isOver() ? "SUCCEEDED" : "IN_PROGRESS";
        return Optional.of(
                new CatalogRecord(recordId, "pp-1", RecordStatus.of(status), List.of(), CatalogRecord.Request.UNKNOWN));
    }

    @Override
    public Optional<ProvisionedProduct> findProvisionedProduct(Lane lane, String provisionedProductId) {
        ProvisionedProductBuilder product = ProvisionedProductBuilder.provisionedProductOf(MAPPING);
        return Optional.of(
                (isOver() ? product.lastSuccessfulRecord("rec-1") : product.inStatus("UNDER_CHANGE")).build());
    }

    @Override
    public Optional<StackDescription> describe(StackArn stack) {
        return Optional.of(new StackDescription(
                stack, StackStatus.of(isOver() ? "IMPORT_COMPLETE" : "IMPORT_IN_PROGRESS"), null, StackTraits.UNKNOWN));
    }

    @Override
    public CatalogRecord importStack(ImportRequest request) {
        throw unexpected();
    }

    @Override
    public Optional<ProvisionedProduct> findProvisionedProductNamed(Lane lane, String name) {
        throw unexpected();
    }

    @Override
    public Optional<ProvisionedProduct> searchByPhysicalId(StackArn stack) {
        throw unexpected();
    }

    @Override
    public Page<ProvisionedProduct> provisionedProducts(Lane lane, @Nullable String pageToken) {
        throw unexpected();
    }

    @Override
    public Optional<Product> findProduct(Lane lane, String productId) {
        throw unexpected();
    }

    @Override
    public Optional<ProvisioningArtifact> findProvisioningArtifact(Lane lane, String productId, String artifactId) {
        throw unexpected();
    }

    @Override
    public UpdateTerms updateTerms(Lane lane, String productId, String provisioningArtifactId, String pathId) {
        throw unexpected();
    }

    @Override
    public List<LaunchPath> launchPaths(Lane lane, String productId) {
        throw unexpected();
    }

    @Override
    public Page<StackDescription> livingStacks(Lane lane, @Nullable String pageToken) {
        throw unexpected();
    }

    @Override
    public String template(StackArn stack) {
        throw unexpected();
    }

    private static UnsupportedOperationException unexpected() {
        return new UnsupportedOperationException("Nothing that follows an import asks for this");
    }
}
