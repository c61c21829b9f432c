package io.catalogimport.aws;

import java.util.Collection;
import java.util.List;

/** Makes lanes of the accounts and regions that the user names; where none is named, of the caller's own. */
public final class LaneChoice {
    private final LaneClients clients;

    public LaneChoice(LaneClients clients) {
        this.clients = clients;
    }

    /**
     * Each account with each region.
     *
     * @throws AwsConfigurationException if none is named, and the caller's own is not known
     * @throws AwsException if AWS does not tell the caller's account
     */
    public List<Lane> lanes(Collection<String> accounts, Collection<String> regions) {
        Collection<String> chosen = regions.isEmpty() ? List.of(ownRegion()) : regions;
        return chosen.stream()
                .distinct()
                .flatMap(region -> accounts(accounts, KnownRegions.partition(region)).stream()
                        .distinct()
                        .map(account -> new Lane(KnownRegions.partition(region), account, region)))
                .toList();
    }

    private String ownRegion() {
        return clients.ownRegion()
                .orElseThrow(() -> new AwsConfigurationException(
                        "No region is named. Give --region, or set AWS_REGION or the profile's region.", null));
    }

    private Collection<String> accounts(Collection<String> named, String partition) {
        return named.isEmpty()
                ? List.of(clients.ownAccount(partition)
                        .orElseThrow(() -> new AwsConfigurationException(
                                "AWS does not tell whose account these credentials are for. Give --account.", null)))
                : named;
    }
}
