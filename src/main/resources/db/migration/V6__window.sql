-- The window of --until, as the first start of a file in it resolved it. A later start keeps to it, because nobody can tell a
-- retry after the end from tonight's start by the time of day alone.
create table import_window (
    file      text        not null,
    until     text        not null,
    began_at  timestamptz not null,
    ends_at   timestamptz not null,
    primary key (file, until)
);
