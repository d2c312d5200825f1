-- Capability: answering. An answer on its way to the complainant: the draft of who writes it, and the check by others before it is sent.

-- Unsent words of one officer about one ticket. A note has no way in here: drafts are of answers alone.
create table answering_draft (
  ticket_id uuid not null references record_ticket (id),
  officer_id uuid not null references accounts_officer (id),
  saved_at timestamptz not null,
  finding text not null,
  action text not null,
  remedy text not null,
  next_step text not null,
  -- Empty until one is chosen
  outcome text not null,
  primary key (ticket_id, officer_id)
);

-- An answer that waits for the approval of others, exactly as it will be sent.
create table answering_check (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  -- The unit that answers: a ticket that has moved on needs another answer.
  office_id uuid not null references accounts_office (id),
  author_id uuid not null references accounts_officer (id),
  author_name text not null,
  asked_at timestamptz not null,
  -- Of the ticket when it was asked for
  version int not null,
  finding text not null,
  action text not null,
  remedy text not null,
  next_step text not null,
  outcome text not null,
  language text not null,
  -- Of all that is sent: what is approved, and what is sent, must have it.
  sha256 bytea not null,
  needed int not null check (needed > 0),
  -- returned: to its author, with a reason. replaced: by another draft, or by an answer that needed none.
  state text not null default 'open' check (state in ('open', 'returned', 'replaced', 'sent'))
);
create unique index answering_check_open on answering_check (ticket_id) where state = 'open';
create index answering_check_ticket on answering_check (ticket_id, asked_at desc);
create index answering_check_queue on answering_check (office_id, asked_at) where state = 'open';

-- Each officer counts once a check.
create table answering_opinion (
  check_id uuid not null references answering_check (id),
  officer_id uuid not null references accounts_officer (id),
  officer_name text not null,
  at timestamptz not null,
  verdict text not null check (verdict in ('approved', 'returned')),
  reason text check (reason in ('facts', 'tone', 'missing_part', 'privacy', 'legal', 'language')),
  words text not null default '',
  sha256 bytea not null,
  primary key (check_id, officer_id),
  check ((verdict = 'returned') = (reason is not null))
);

alter table answering_draft enable row level security;
alter table answering_check enable row level security;
alter table answering_opinion enable row level security;
create policy answering_draft_own on answering_draft for all to tanggap_app
using (
  (select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id())
      and exists (select from record_ticket t where t.id = ticket_id))
);
create policy answering_check_visible on answering_check for select to tanggap_app
using ((select platform_actor()) in ('officer', 'system') and exists (select from record_ticket t where t.id = ticket_id));
create policy answering_check_asked on answering_check for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and author_id = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id));
create policy answering_check_settled on answering_check for update to tanggap_app
using ((select platform_actor()) in ('officer', 'system') and exists (select from record_ticket t where t.id = ticket_id));
create policy answering_opinion_visible on answering_opinion for select to tanggap_app
using ((select platform_actor()) in ('officer', 'system') and exists (select from answering_check c where c.id = check_id));
-- Nobody approves the own draft, whatever the program forgets.
create policy answering_opinion_given on answering_opinion for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id())
  and exists (select from answering_check c where c.id = check_id and c.state = 'open' and c.author_id <> officer_id));

grant select, insert, update, delete on answering_draft to tanggap_app;
-- What was approved stays as it was: only where a check stands may change.
grant select, insert, update (state) on answering_check to tanggap_app;
grant select, insert on answering_opinion to tanggap_app;
