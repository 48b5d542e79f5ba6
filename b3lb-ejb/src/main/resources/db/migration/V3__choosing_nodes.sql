-- Slow start: since when a node that was DOWN works again. It gets its full share of meetings only after some minutes.
alter table node_state add column ramp_since timestamptz;

-- Who is still expected in the meetings that the last poll listed, as of that poll.
alter table node_state add column expected_attendees double precision not null default 0;

-- What the node has shown that it can serve: sums over its polls, the older ones counting less.
alter table node_state add column shown_attendees double precision not null default 0;
alter table node_state add column shown_cpu double precision not null default 0;

-- When the node answered a poll well the last time: what is known of one that nobody polls grows old.
alter table node_state add column last_good_at timestamptz;
update node_state set last_good_at = last_poll_at where health = 'ACTIVE';

-- When more than half of the nodes turn bad within one interval, the fault is likely ours. While "since" is set, no
-- node goes DOWN.
create table health_freeze (
    only_row boolean primary key default true check (only_row),
    since timestamptz
);
insert into health_freeze (since) values (null);

-- How sure it is that so many come as are expected.
alter table meeting add column expected_weight double precision not null default 5;

-- Who is on the way: joins that were answered and that no poll has seen in the meeting yet.
alter table meeting add column coming integer not null default 0 check (coming >= 0);
alter table meeting add column coming_at timestamptz;
create index meeting_coming on meeting (coming_at) where coming > 0 and state <> 'CLOSED';

-- What a choice has to look at beside the states of nodes: meetings that no poll has listed yet, and those that more
-- people are on the way to than were expected.
create index meeting_unlisted on meeting (node_id) where not listed and state <> 'CLOSED';
create index meeting_overrun on meeting (node_id)
    where coming > greatest(0, expected_attendees - attendees) and state <> 'CLOSED';
drop index meeting_recent;

-- The size of meetings that are over, for the next one of the same room. The room is a digest of the meetingID, since
-- an id may tell more than anybody needs to know; the hour is that of the week (Monday 0 h is 0) when it was created.
alter table meeting add column peak_attendees integer not null default 0;
alter table meeting add column size_noted boolean not null default false;
create index meeting_size_unnoted on meeting (closed_at)
    where state = 'CLOSED' and not size_noted and not breakout and (listed or peak_attendees > 0);
create table meeting_size (
    secret_id uuid not null references secret on delete cascade,
    room bytea not null check (length(room) = 16),
    hour smallint not null check (hour between 0 and 167),
    peak integer not null check (peak >= 0),
    ended_at timestamptz not null
);
create index meeting_size_room on meeting_size (secret_id, room, ended_at desc);
create index meeting_size_hour on meeting_size (secret_id, room, hour, ended_at desc);
create index meeting_size_ended on meeting_size (ended_at);

-- What a tenant's meetings of an hour of the day come to on the average, the newer ones weighing more.
create table meeting_size_mean (
    tenant_id uuid not null references tenant on delete cascade,
    hour smallint not null check (hour between 0 and 23),
    meetings bigint not null,
    mean double precision not null,
    primary key (tenant_id, hour)
);

-- Meetings on nodes that nobody here has created.
create table orphan (
    node_id uuid not null references node on delete cascade,
    internal_meeting_id text not null,
    meeting_id text not null,
    name text not null,
    attendees integer not null,
    first_seen_at timestamptz not null default now(),
    primary key (node_id, internal_meeting_id)
);

-- Of what a poll has written, so that the next one need not send it again when it is the same.
alter table meeting_listing add column digest text;
