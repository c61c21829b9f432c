package io.catalogimport.cli;

final class CatalogImport {
    private CatalogImport() {}

    public static void main(String[] args) {}
}
