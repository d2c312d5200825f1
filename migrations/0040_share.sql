-- Capability: share. What somebody of another body may read of one ticket by a link: a copy made for them, never the ticket itself.

-- Whether anything of a ticket may be read from outside at all: not what its complainant or the service keeps close. Asked past every
-- policy, because who opens a link sees no ticket, and who is complained of no shield.
create function share_allows(ticket uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from record_ticket where id = ticket and not secret and not restricted and state not in ('withdrawn', 'merged'))
    and not exists (select from conduct_subject where ticket_id = ticket)
    and not exists (select from conduct_excluded_officer where ticket_id = ticket)
    and not exists (select from conduct_excluded_unit where ticket_id = ticket)
$$;
revoke all on function share_allows(uuid) from public;
grant execute on function share_allows(uuid) to tanggap_app;

create table share_link (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  -- Only the hash: who reads the table opens nothing.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- Of the register, or a body in words alone
  body_id uuid references scope_body (id),
  body_name_id text not null check (body_name_id <> ''),
  body_name_en text not null check (body_name_en <> ''),
  -- The address it was sent to, sealed with a key of the service (id as associated data)
  recipient bytea not null,
  language text not null check (language in ('id', 'en')),
  purpose text not null check (purpose <> ''),
  purpose_words text not null check (purpose_words <> ''),
  basis text not null check (basis <> ''),
  basis_words text not null check (basis_words <> ''),
  -- The copy: what of the report, of its answer, and which of its files
  body text not null,
  answer text not null,
  file_ids uuid[] not null,
  created_at timestamptz not null,
  created_by uuid not null references accounts_officer (id),
  created_by_name text not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- kept: the ticket is kept close since; withdrawn: by its complainant
  ended_how text check (ended_how in ('revoked', 'kept', 'withdrawn')),
  openings int not null default 0,
  first_opened_at timestamptz,
  last_opened_at timestamptz,
  check (body <> '' or answer <> '' or file_ids <> '{}'),
  -- At most to the end of the fourteenth day.
  check (expires_at > created_at and expires_at < created_at + interval '15 days'),
  check (num_nulls(ended_at, ended_how) in (0, 2))
);
create index share_link_ticket on share_link (ticket_id, created_at desc, id desc);

alter table share_link enable row level security;
create policy share_link_system on share_link for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
-- With the ticket, wherever it goes; of whom it is kept from, the ticket's own policy knows.
create policy share_link_ticket on share_link for select to tanggap_app
using ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id));
create policy share_link_made on share_link for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and created_by = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id) and share_allows(ticket_id));
-- What was closed stays closed.
create policy share_link_ended on share_link for update to tanggap_app
using ((select platform_actor()) = 'officer' and ended_at is null and exists (select from record_ticket t where t.id = ticket_id))
with check ((select platform_actor()) = 'officer' and ended_at is not null);
-- Whoever shows the secret, as long as the link stands and the ticket may be read from outside.
create policy share_link_shown on share_link for select to tanggap_app
using ((select platform_actor()) = 'visitor' and token_hash = (select platform_token()) and ended_at is null and share_allows(ticket_id));

grant select, insert, update (ended_at, ended_how, openings, first_opened_at, last_opened_at) on share_link to tanggap_app;
