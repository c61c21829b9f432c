package io.catalogimport.aws;

/**
 * One account and region. AWS is asked with the credentials of the account, in the region. By default, only one import is
 * in flight in a lane.
 *
 * @param partition the ARN partition, such as {@code aws} or {@code aws-cn}
 * @param account the twelve digits of the account
 * @param region the region's code, such as {@code eu-central-1}
 */
public record Lane(String partition, String account, String region) {

    /** The form in which lanes are stored and shown: {@code 111122223333/eu-central-1}. */
    @Override
    public String toString() {
        return account + "/" + region;
    }
}
