-- Complainants with number and code, links for those who lost it, and what they say of the answer.

create table tracking_session (
  token_hash bytea primary key,
  ticket_id uuid not null references record_ticket (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  -- Came in by a link from an e-mail and has not made a new access code yet.
  by_link boolean not null default false
);
create index tracking_session_old on tracking_session (seen_at);

create table tracking_recovery (
  token_hash bytea primary key,
  ticket_id uuid not null references record_ticket (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table tracking_rating (
  ticket_id uuid primary key references record_ticket (id),
  solved text not null check (solved in ('yes', 'partly', 'no')),
  treated int not null check (treated between 1 and 5),
  words text not null default '',
  at timestamptz not null
);
alter table tracking_rating enable row level security;
-- Officers learn whether it is solved from the ticket's event; how they treated somebody they read only in figures of many.
create policy tracking_rating_visible on tracking_rating for all to tanggap_app
using ((select platform_actor()) in ('system', 'keyholder') and exists (select from record_ticket t where t.id = ticket_id))
with check ((select platform_actor()) = 'system' or ((select platform_actor()) = 'keyholder' and ticket_id = (select platform_actor_id())));

grant select, insert, update, delete on tracking_session, tracking_recovery to tanggap_app;
grant select, insert, update on tracking_rating to tanggap_app;
