package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;

/** A template as it was read, and which of its keys were repeated. */
record ReadTemplate(Entries root, RepeatedKeys repeated) {}
