-- How a closed meeting came to be over. Somebody told it, a client, the node or an operator (ENDED). Or nobody did, and a
-- copy of it may still be going on: its node did not list it any more (MISSING), or was DOWN for too long (LOST). Of
-- several copies of a meeting the one with more people in it goes on; the others are SUPERSEDED, and nobody hears of
-- their ends.
alter table meeting add column closed_as text not null default 'ENDED'
    check (closed_as in ('ENDED', 'MISSING', 'LOST', 'SUPERSEDED'));

-- Meetings in a node's list that the last good poll could not read, in words; empty when there are none.
alter table node_state add column unreadable text not null default '';
