-- What metrics count for each secret: sums that only grow. The hits of a tenant's limits stand under its sub id 0, also
-- if it has no such secret; a secret that is removed and added again goes on where it was.
create table tally (
    tenant_id uuid not null references tenant on delete cascade,
    sub_id integer not null check (sub_id between 0 and 999),
    attendees_joined bigint not null default 0,
    meetings_created bigint not null default 0,
    meetings_ended bigint not null default 0,
    meeting_seconds double precision not null default 0,
    meeting_limit_hits bigint not null default 0,
    attendee_limit_hits bigint not null default 0,
    changed_in xid8 not null default pg_current_xact_id(),
    primary key (tenant_id, sub_id)
) with (fillfactor = 50);
insert into tally (tenant_id, sub_id, meeting_limit_hits, attendee_limit_hits)
select tenant_id, sub_id, meetings, attendees from limit_hits;
drop table limit_hits;

-- What has happened and is not in the sums yet: meetings that began or ended, creates that a limit has refused. Whoever
-- counts something only adds a row, so that nobody waits for the others of the same tenant, and polls that end many
-- meetings take no locks in a ring.
create table tally_entry (
    id bigint generated always as identity primary key,
    tenant_id uuid not null,
    sub_id integer not null,
    begun integer not null default 0,
    ended integer not null default 0,
    seconds double precision not null default 0 check (seconds >= 0),
    meeting_limit_hits integer not null default 0,
    attendee_limit_hits integer not null default 0
);

-- A meeting begins when its node has confirmed it, and ends when it is closed or its node has begun it anew, whoever
-- writes that. One that was long forgotten would spoil the mean of the others, so its duration is not counted. A clock
-- that was put back lets no sum shrink.
create function enter_into_tally() returns trigger language plpgsql set search_path from current as $$
declare
    begins boolean := new.state = 'OPEN';
    ends boolean := old.state = 'OPEN' and now() - old.confirmed_at < interval '12 hours';
begin
    if begins or ends then
        insert into tally_entry (tenant_id, sub_id, begun, ended, seconds)
        select s.tenant_id, s.sub_id, cast(begins as integer), cast(ends as integer),
               case when ends then greatest(0, extract(epoch from now() - old.confirmed_at)) else 0 end
        from secret s where s.id = new.secret_id;
    end if;
    return null;
end $$;
create trigger enter_into_tally after update of state, internal_meeting_id on meeting for each row
    when (old.state <> 'CLOSED' and (old.state, old.internal_meeting_id) is distinct from (new.state, new.internal_meeting_id))
    execute function enter_into_tally();

-- How long the last poll took, in seconds.
alter table node_state add column poll_seconds double precision;
