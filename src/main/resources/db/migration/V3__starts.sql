-- Who holds an advisory lock, told to those who find it taken. The lock itself is what counts.
create table lock_holder (
    name    text        primary key,
    host    text        not null,
    process bigint      not null,
    file    text        not null,
    since   timestamptz not null,
    -- The session that holds the lock: a row of another session is out of date.
    backend integer     not null
);

-- When the start began that has looked over the run's rows last: one that goes on after an outage does not do it again.
alter table mapping_run add column looked_over_at timestamptz;

alter table mapping_ledger
    -- Whether the present start may work on the row.
    add column selected boolean not null default true,
    -- What became of the row before it was taken up again: REJECTED or FAILED. Null once it is submitted.
    add column reopened_from text;
