-- What validation saw besides its verdict. It stays with the row whatever becomes of the import.
alter table mapping_ledger
    -- Each is 'CODE: sentence'.
    add column warnings text[] not null default '{}',
    -- The launch path that AWS will use, where validation saw exactly one.
    add column launch_path text,
    -- The stack's status before the import.
    add column stack_status text;
