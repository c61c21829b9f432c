-- The window of --until, with the times that the first start of a file in it set. Later starts keep to them: the time of day
-- alone does not show whether a start is a retry after the end or the first one of the next night.
create table import_window (
    file      text        not null,
    until     text        not null,
    began_at  timestamptz not null,
    ends_at   timestamptz not null,
    primary key (file, until)
);
