-- How the file is written, so that remaining.csv can be written in the same form when the file is gone.
alter table mapping_run
    add column charset         text    not null default 'UTF-8',
    add column byte_order_mark boolean not null default false,
    -- The text before the first row. Null in runs that an earlier version began, until their file is read again.
    add column head            text;

-- What was put right when the row was read. Beside the warnings of validation, which replaces its own each time.
-- Each is 'CODE: sentence'.
alter table mapping_ledger add column reading_warnings text[] not null default '{}';
