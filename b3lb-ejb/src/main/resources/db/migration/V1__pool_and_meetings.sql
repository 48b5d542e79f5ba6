-- Text that comes from outside is "text"; limits on its length stand in the entities and checks.

create table cluster (
    id uuid primary key,
    version integer not null,
    name text not null unique check (length(name) between 1 and 100),
    description text not null default '',
    node_capacity integer not null default 0 check (node_capacity >= 0),
    attendee_factor double precision not null default 1 check (attendee_factor >= 0),
    meeting_factor double precision not null default 30 check (meeting_factor >= 0),
    cpu_order integer not null default 6 check (cpu_order between 0 and 100),
    cpu_max integer not null default 5000 check (cpu_max >= 0),
    checksum_hash text not null default 'SHA256' check (checksum_hash in ('SHA1', 'SHA256', 'SHA384', 'SHA512'))
);

create table cluster_group (
    id uuid primary key,
    version integer not null,
    name text not null unique check (length(name) between 1 and 100),
    description text not null default '' check (length(description) <= 255)
);

create table cluster_group_cluster (
    cluster_group_id uuid not null references cluster_group on delete cascade,
    cluster_id uuid not null references cluster on delete cascade,
    primary key (cluster_group_id, cluster_id)
);
create index cluster_group_cluster_cluster on cluster_group_cluster (cluster_id);

create table node (
    id uuid primary key,
    version integer not null,
    slug text not null unique check (length(slug) between 1 and 100),
    domain text not null default '' check (length(domain) <= 50),
    protocol text not null default 'https' check (protocol in ('http', 'https')),
    port integer not null default 443 check (port between 1 and 65535),
    base_url text,
    secret text not null check (length(trim(secret)) > 0),
    cluster_id uuid not null references cluster,
    tag text not null default '' check (length(tag) <= 100),
    description text not null default '',
    load_multiplier double precision not null default 1 check (load_multiplier > 0),
    capacity integer check (capacity >= 0),
    maintenance boolean not null default false,
    maintenance_note text not null default ''
);
create index node_cluster on node (cluster_id);

-- What polling knows of a node. A table of its own, so that a poll never meets somebody who edits the node.
-- changed_in lets every server read what changed since it last looked: see ChangeFeed.
create table node_state (
    node_id uuid primary key references node on delete cascade,
    health text not null default 'NEW' check (health in ('NEW', 'ACTIVE', 'SUSPECT', 'DOWN')),
    health_since timestamptz not null default now(),
    attendees integer not null default 0,
    meetings integer not null default 0,
    largest_meeting integer not null default 0,
    videos integer not null default 0,
    cpu integer,
    cpu_at timestamptz,
    good_polls integer not null default 0,
    bad_polls integer not null default 0,
    last_poll_at timestamptz,
    last_error text,
    error_since timestamptz,
    bbb_version text,
    next_poll_at timestamptz not null default now(),
    lease uuid,
    lease_until timestamptz,
    changed_in xid8 not null default pg_current_xact_id()
) with (fillfactor = 50);

create table tenant (
    id uuid primary key,
    version integer not null,
    slug text not null unique check (slug ~ '^[A-Z][A-Z0-9]{1,9}$'),
    description text not null default '' check (length(description) <= 256),
    stats_token uuid not null,
    cluster_group_id uuid not null references cluster_group,
    attendee_limit integer not null default 0 check (attendee_limit >= 0),
    meeting_limit integer not null default 0 check (meeting_limit >= 0),
    recording_enabled boolean not null default false,
    record_by_default boolean not null default false,
    record_hold_days integer not null default 14 check (record_hold_days >= 0)
);
create index tenant_cluster_group on tenant (cluster_group_id);

create table secret (
    id uuid primary key,
    version integer not null,
    tenant_id uuid not null references tenant on delete cascade,
    sub_id integer not null check (sub_id between 0 and 999),
    description text not null default '' check (length(description) <= 256),
    secret text not null check (length(secret) between 32 and 128 and secret !~ '\s'),
    secret2 text not null default '' check (secret2 = '' or length(secret2) between 32 and 128 and secret2 !~ '\s'),
    attendee_limit integer not null default 0 check (attendee_limit >= 0),
    meeting_limit integer not null default 0 check (meeting_limit >= 0),
    recording_enabled boolean not null default true,
    record_hold_days integer not null default 14 check (record_hold_days >= 0),
    unique (tenant_id, sub_id)
);

-- One row, its number grows with every change of the tables above (but node_state). The row's lock puts the
-- changes in order, so whoever has seen a number has seen all that came before it.
create table configuration_version (
    only_row boolean primary key default true check (only_row),
    number bigint not null
);
insert into configuration_version (number) values (1);

create table meeting (
    id uuid primary key,
    secret_id uuid not null references secret on delete cascade,
    node_id uuid not null references node on delete cascade,
    meeting_id text not null check (length(meeting_id) between 2 and 256),
    state text not null default 'PENDING' check (state in ('PENDING', 'OPEN', 'CLOSED')),
    revision integer not null default 1,
    internal_meeting_id text,
    create_time bigint,
    voice_bridge text,
    name text not null default '',
    nonce text not null unique,
    end_callback_url text,
    created_at timestamptz not null default now(),
    confirmed_at timestamptz,
    closed_at timestamptz,
    expected_attendees integer not null default 0,
    listed boolean not null default false,
    missed_polls integer not null default 0,
    attendees integer not null default 0,
    listeners integer not null default 0,
    voices integer not null default 0,
    videos integer not null default 0,
    moderators integer not null default 0,
    origin text not null default '',
    origin_server_name text not null default '',
    changed_in xid8 not null default pg_current_xact_id(),
    check (state <> 'OPEN' or internal_meeting_id is not null and confirmed_at is not null),
    check ((state = 'CLOSED') = (closed_at is not null))
);
-- A tenant's id stands for one meeting, and two tenants' equal ids never meet on one node.
create unique index meeting_once_per_secret on meeting (secret_id, meeting_id) where state <> 'CLOSED';
create unique index meeting_once_per_node on meeting (meeting_id, node_id) where state <> 'CLOSED';
create index meeting_of_node on meeting (node_id) where state <> 'CLOSED';
create index meeting_recent on meeting (created_at) where state <> 'CLOSED';
create index meeting_internal on meeting (internal_meeting_id) where state <> 'CLOSED';
create index meeting_pending on meeting (created_at) where state = 'PENDING';
create index meeting_closed on meeting (closed_at) where state = 'CLOSED';
create index meeting_changed on meeting (changed_in);

-- The <meeting> element of each open meeting as its node last told it. A cache that polling fills again.
create unlogged table meeting_listing (
    meeting_id uuid primary key,
    xml text not null,
    changed_in xid8 not null default pg_current_xact_id()
);
create index meeting_listing_changed on meeting_listing (changed_in);

create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    who text not null,
    door text not null,
    operation text not null,
    subject text not null,
    before jsonb,
    after jsonb
);
create index audit_at on audit (at);
