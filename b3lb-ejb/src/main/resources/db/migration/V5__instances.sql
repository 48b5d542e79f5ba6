-- Servers that are up, or were until an hour ago, as they tell of themselves every two seconds; for people only, nothing
-- depends on it. A row is one start of a server, so that two of one name are seen as two.
create unlogged table instance (
    id uuid primary key,
    name text not null,
    version text not null,
    roles text[] not null,
    started_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    configuration_version bigint not null,
    polled_nodes integer not null,
    polls_under_way integer not null,
    callbacks_under_way integer not null,
    open_meetings integer not null,
    jobs text[] not null
) with (fillfactor = 50);
