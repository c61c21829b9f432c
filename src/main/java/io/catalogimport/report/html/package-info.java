/**
 * report.html: one file for people, which needs no network. The page is made from a template that escapes every text.
 */
@NullMarked
package io.catalogimport.report.html;

import org.jspecify.annotations.NullMarked;
