package io.catalogimport.verification;

import io.catalogimport.aws.AwsConfigurationException;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.discovery.Reads;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.validation.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares rows with AWS, all lanes side by side. What AWS does not tell about a row or a lane costs no other row and no
 * other lane anything.
 */
public final class Verification implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Verification.class);
    private static final int MOST_LANES = 32;

    private final AwsSources aws;
    private final Optional<String> owner;
    private final Reads lanes = new Reads("lane", MOST_LANES);

    /** @param owner the ARN of the user or role that should own the provisioned products; empty if any may */
    public Verification(AwsSources aws, Optional<String> owner) {
        this.aws = aws;
        this.owner = owner;
    }

    /**
     * The rows in their order, each compared with AWS.
     *
     * @throws AwsCredentialsException if AWS accepts the caller's credentials nowhere
     * @throws StopRequestedException if it was to stop
     */
    public List<VerifiedRow> verify(List<ImportedRow> rows) {
        Map<Lane, List<ImportedRow>> byLane = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.mapping().stackArn().lane(), LinkedHashMap::new, Collectors.toList()));
        List<VerifiedRow> verified = new ArrayList<>();
        lanes.all(List.copyOf(byLane.entrySet()), lane -> verified(lane.getKey(), lane.getValue()))
                .forEach(verified::addAll);
        verified.sort(Comparator.comparingInt(row -> row.row().line()));
        return verified;
    }

    private List<VerifiedRow> verified(Lane lane, List<ImportedRow> rows) {
        try {
            aws.caller().requireAccount(lane);
            LaneVerification verification = LaneVerification.of(lane, rows, aws, owner);
            return rows.stream().map(row -> guarded(verification, row)).toList();
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            return rows.stream()
                    .map(row -> notChecked(row, e.reasonCode(), e.getMessage() + "."))
                    .toList();
        }
    }

    /** An unexpected answer from AWS must not affect other rows. */
    private static VerifiedRow guarded(LaneVerification verification, ImportedRow row) {
        try {
            return verification.verified(row);
        } catch (AwsException | AwsConfigurationException | StopRequestedException e) {
            throw e;
        } catch (RuntimeException e) {
            log.debug("The check of line {} failed", row.line(), e);
            return notChecked(
                    row,
                    "CHECK_FAILED",
                    "The row could not be checked, because of an error in this program (%s). Run it again with --debug, and report what the log says of it."
                            .formatted(e.getClass().getSimpleName()));
        }
    }

    private static VerifiedRow notChecked(ImportedRow row, String code, String sentence) {
        return new VerifiedRow(
                row,
                VerifiedRow.Result.NOT_CHECKED,
                List.of(new Finding(Finding.Severity.REASON, code, sentence)),
                VerifiedRow.Seen.NOTHING,
                List.of());
    }

    @Override
    public void close() {
        lanes.close();
    }
}
