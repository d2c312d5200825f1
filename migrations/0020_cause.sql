-- Capability: cause. What lies behind reports, what is changed because of it and by whom, and what comes again and again.

-- What an officer found to lie behind a report.
create table cause_finding (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  at timestamptz not null,
  officer_id uuid not null references accounts_officer (id),
  officer_name text not null,
  cause text not null,
  words text not null
);
create index cause_finding_ticket on cause_finding (ticket_id, at desc);

-- The same topic of the same unit, several times in a short while.
create table cause_proposal (
  id uuid primary key,
  office_id uuid not null references accounts_office (id),
  category text not null references record_category (code),
  -- Of reports that are kept from somebody: counted apart, and seen by compliance and the directorate alone.
  shielded boolean not null,
  tickets int not null,
  opened_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
  decided_at timestamptz,
  decided_by uuid references accounts_officer (id),
  decided_name text,
  -- Why it was dismissed
  reason text,
  check ((state = 'open') = (decided_at is null)),
  check (state <> 'dismissed' or reason <> '')
);
-- Two workers at once open it once.
create unique index cause_proposal_open on cause_proposal (office_id, category, shielded) where state = 'open';
create index cause_proposal_latest on cause_proposal (office_id, category, shielded, opened_at desc);

create table cause_proposal_ticket (
  proposal_id uuid not null references cause_proposal (id),
  ticket_id uuid not null references record_ticket (id),
  primary key (proposal_id, ticket_id)
);

-- What is changed, by whom, until when, and by what somebody else saw that it was.
create table cause_action (
  id uuid primary key,
  office_id uuid not null references accounts_office (id),
  category text not null references record_category (code),
  cause text not null,
  words text not null,
  owner_id uuid not null references accounts_officer (id),
  owner_name text not null,
  due_on date not null,
  created_at timestamptz not null,
  created_by uuid not null references accounts_officer (id),
  -- What it came from
  ticket_id uuid references record_ticket (id),
  proposal_id uuid references cause_proposal (id),
  done_at timestamptz,
  done_words text,
  verified_at timestamptz,
  verified_by uuid references accounts_officer (id),
  verified_name text,
  evidence text,
  check (num_nonnulls(ticket_id, proposal_id) = 1),
  check (num_nulls(done_at, done_words) in (0, 2)),
  check (num_nulls(verified_at, verified_by, verified_name, evidence) in (0, 4)),
  -- Nobody says of the own work that it helped.
  check (verified_by <> owner_id),
  check (verified_at is null or done_at is not null)
);
create index cause_action_open on cause_action (due_on, id) where verified_at is null;
create index cause_action_office on cause_action (office_id, due_on);
create index cause_action_ticket on cause_action (ticket_id);

-- Who answers for what a unit changes: its manager, compliance and the directorate.
create function cause_is_central() returns boolean language sql stable
set search_path = public, pg_catalog, pg_temp as $$
  select platform_actor() = 'officer'
    and exists (select from accounts_office o where o.id = any (platform_supervised()) and o.type in ('compliance', 'ditjen'))
$$;
create function cause_watches(unit uuid) returns boolean language sql stable
set search_path = public, pg_catalog, pg_temp as $$
  select platform_actor() = 'officer' and (unit = any (platform_supervised()) or cause_is_central())
$$;
-- Whether a proposal counts a report that is kept from who is there: then it is no more there for them than the report.
create function cause_counts_kept(proposal uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from cause_proposal_ticket where proposal_id = proposal and ticket_id in (select conduct_excluded()))
$$;
revoke all on function cause_counts_kept(uuid) from public;
grant execute on function cause_counts_kept(uuid), cause_watches(uuid), cause_is_central() to tanggap_app;

alter table cause_finding enable row level security;
alter table cause_proposal enable row level security;
alter table cause_proposal_ticket enable row level security;
alter table cause_action enable row level security;
create policy cause_finding_visible on cause_finding for select to tanggap_app
using ((select platform_actor()) in ('system', 'officer') and exists (select from record_ticket t where t.id = ticket_id));
create policy cause_finding_added on cause_finding for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id));

create policy cause_proposal_visible on cause_proposal for select to tanggap_app
using ((select platform_actor()) = 'system'
  or (cause_watches(office_id) and (not shielded or (select cause_is_central())) and not cause_counts_kept(id)));
create policy cause_proposal_opened on cause_proposal for insert to tanggap_app with check ((select platform_actor()) = 'system');
create policy cause_proposal_decided on cause_proposal for update to tanggap_app
using ((select platform_actor()) = 'officer' and state = 'open' and cause_watches(office_id)
  and (not shielded or (select cause_is_central())) and not cause_counts_kept(id))
with check ((select platform_actor()) = 'officer' and decided_by = (select platform_actor_id()));
create policy cause_proposal_ticket_visible on cause_proposal_ticket for select to tanggap_app
using ((select platform_actor()) = 'system' or exists (select from cause_proposal p where p.id = proposal_id));
create policy cause_proposal_ticket_added on cause_proposal_ticket for insert to tanggap_app
with check ((select platform_actor()) = 'system');

create policy cause_action_visible on cause_action for select to tanggap_app
using ((select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and (owner_id = (select platform_actor_id()) or cause_watches(office_id))
      and (ticket_id is null or ticket_id not in (select conduct_excluded()))
      and (proposal_id is null or not cause_counts_kept(proposal_id))));
create policy cause_action_added on cause_action for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and created_by = (select platform_actor_id()));
create policy cause_action_moved on cause_action for update to tanggap_app
using ((select platform_actor()) = 'officer' and (owner_id = (select platform_actor_id()) or cause_watches(office_id))
  and (ticket_id is null or ticket_id not in (select conduct_excluded()))
  and (proposal_id is null or not cause_counts_kept(proposal_id)));

grant select, insert on cause_finding, cause_proposal_ticket to tanggap_app;
grant select, insert, update (state, decided_at, decided_by, decided_name, reason) on cause_proposal to tanggap_app;
grant select, insert, update (done_at, done_words, verified_at, verified_by, verified_name, evidence) on cause_action to tanggap_app;
