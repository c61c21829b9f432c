-- What was put right when the row was read. Beside the warnings of validation, which replaces its own each time.
-- Each is 'CODE: sentence'.
alter table mapping_ledger add column reading_warnings text[] not null default '{}';
