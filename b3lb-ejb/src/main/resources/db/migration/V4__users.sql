-- Who may use the console and the REST API. Names are equal when they differ in case only. The roles stand as words
-- with commas between, in the order of the check. The hash tells by itself how it was made.
create table admin_user (
    id uuid primary key,
    version integer not null,
    username text not null check (length(username) between 1 and 100),
    email text not null default '' check (length(email) <= 254),
    language text not null default 'en' check (language in ('en', 'de')),
    password_hash text not null check (length(password_hash) > 0),
    roles text not null check (roles ~ '^(admin|operator|viewer|metrics)(,(operator|viewer|metrics))*$'),
    enabled boolean not null default true,
    created_at timestamptz not null default now()
);
create unique index admin_user_name on admin_user (lower(username));

-- Passwords for programs. Only the SHA-256 of a token is kept, in hex; a token is random and long enough for that. An
-- empty scope means all roles that the user has; no token ever has more than those.
create table admin_token (
    id uuid primary key,
    user_id uuid not null references admin_user on delete cascade,
    name text not null check (length(name) between 1 and 100),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    scope text not null default ''
        check (scope = '' or scope ~ '^(admin|operator|viewer|metrics)(,(operator|viewer|metrics))*$'),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz,
    unique (user_id, name)
);
