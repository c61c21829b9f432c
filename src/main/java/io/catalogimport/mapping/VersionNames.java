package io.catalogimport.mapping;

/**
 * How a row names product and version. Ids differ from account to account, and names do not.
 *
 * @param product empty if the row does not give it
 * @param provisioningArtifact empty if the row does not give it
 */
public record VersionNames(String product, String provisioningArtifact) {
    /** The row gives ids alone. */
    public static final VersionNames NONE = new VersionNames("", "");

    /**
     * Whether a name of the file is the one that AWS shows. No value of the file has blanks around it, and discover writes an
     * apostrophe before what a spreadsheet would run as a formula.
     */
    public static boolean isSame(String inFile, String inAws) {
        String name = inAws.strip();
        return inFile.equals(name) || inFile.equals("'" + name);
    }
}
