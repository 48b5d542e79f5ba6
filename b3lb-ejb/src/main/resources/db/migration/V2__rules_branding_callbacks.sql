-- Metadata of the client's that the balancer keeps to itself and shows to the client in place of its own, as a form.
alter table meeting drop column end_callback_url;
alter table meeting add column kept_metadata text not null default '';

-- BBB counts UTF-16 units, of which one character may have two.
alter table meeting drop constraint meeting_meeting_id_check;
alter table meeting add constraint meeting_meeting_id_check check (length(meeting_id) between 1 and 256);

-- Breakout rooms get another external id from their node than the client chose; both name the room. So two tenants'
-- rooms may have equal ids on one node.
alter table meeting add column breakout boolean not null default false;
alter table meeting add column id_on_node text;
drop index meeting_once_per_node;
create unique index meeting_once_per_node on meeting (meeting_id, node_id) where state <> 'CLOSED' and not breakout;
create index meeting_id_on_node on meeting (id_on_node) where id_on_node is not null and state <> 'CLOSED';

-- How often a limit has kept a meeting from being created. Hits of a tenant's limits stand under its sub id 0.
create table limit_hits (
    tenant_id uuid not null references tenant on delete cascade,
    sub_id integer not null check (sub_id between 0 and 999),
    meetings bigint not null default 0,
    attendees bigint not null default 0,
    primary key (tenant_id, sub_id)
);

create table parameter_rule (
    id uuid primary key,
    version integer not null,
    tenant_id uuid not null references tenant on delete cascade,
    parameter text not null check (length(parameter) between 1 and 255),
    mode text not null check (mode in ('BLOCK', 'SET', 'OVERRIDE')),
    value text not null default '',
    unique (tenant_id, parameter)
);

-- The digest is the SHA-256 of the content in hex; it is the entity tag and tells servers that they hold an old one.
create table asset (
    id uuid primary key,
    version integer not null,
    tenant_id uuid not null references tenant on delete cascade,
    kind text not null check (kind in ('SLIDE', 'LOGO', 'CSS')),
    file_name text not null check (length(file_name) between 1 and 255),
    media_type text not null,
    content bytea not null,
    size integer not null check (size = length(content)),
    digest text not null,
    changed_at timestamptz not null default now(),
    unique (tenant_id, kind)
);

-- Calls to addresses that tenants chose. What is to be told once has one value of "once". The host is that of the
-- address, for people and so that one dead receiver does not hold up the others. Trying ends a day after trying_since.
create table outbox (
    id uuid primary key,
    purpose text not null check (purpose in ('MEETING_ENDED')),
    once text not null unique,
    tenant_id uuid not null references tenant on delete cascade,
    meeting_id text not null,
    url text not null,
    host text not null,
    form text,
    state text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'GIVEN_UP')),
    attempts integer not null default 0,
    created_at timestamptz not null default now(),
    trying_since timestamptz not null default now(),
    next_try_at timestamptz not null default now(),
    over_at timestamptz,
    last_error text,
    lease uuid,
    lease_until timestamptz,
    check ((state = 'PENDING') = (over_at is null)),
    check (state = 'PENDING' or lease is null)
);
create index outbox_due on outbox (next_try_at) where state = 'PENDING';
create index outbox_over on outbox (over_at) where state <> 'PENDING';
create index outbox_created on outbox (created_at);
create index outbox_tenant on outbox (tenant_id);
