alter table mapping_run add column later text;
