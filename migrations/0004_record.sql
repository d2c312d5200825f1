-- The ticket: one row with its present state, and the append-only events it is the sum of.

create table record_category (
  code text primary key,
  parent text references record_category (code),
  name_id text not null,
  name_en text not null,
  class text not null check (class in ('INFO', 'NON', 'OVR')),
  confidentiality text not null check (confidentiality in ('P', 'R', 'S')),
  owner text not null default '',
  active boolean not null default true,
  position int not null default 0
);

create table record_ticket (
  id uuid primary key,
  number text not null unique,
  code_hash bytea not null,
  kind text not null check (kind in ('complaint', 'suggestion', 'criticism', 'information_request', 'compliment')),
  category text not null references record_category (code),
  class text not null check (class in ('INFO', 'NON', 'OVR')),
  state text not null check (state in ('submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating', 'answered', 'closed',
    'referred', 'transferred', 'archived', 'merged', 'withdrawn', 'in_review')),
  channel text not null check (channel in ('web', 'api', 'phone', 'letter', 'counter', 'import')),
  language text not null,
  office_id uuid not null references accounts_office (id),
  -- The office the report is about; differs from office_id when conduct is alleged.
  concerned_office_id uuid references accounts_office (id),
  assignee_id uuid references accounts_officer (id),
  anonymous boolean not null,
  secret boolean not null,
  unidentified boolean not null,
  -- Inside the unit only for supervisors and the assignee: secret ones and sensitive categories.
  restricted boolean not null,
  title text not null,
  body text not null,
  wish text not null default '',
  happened_on date,
  happened_at text not null default '',
  -- null: about the person who reports; else how they stand to the person it is about.
  relation text,
  subject_name_known boolean not null default false,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  -- Someone still owes the complainant an answer.
  owed boolean not null,
  outcome text,
  -- State to return to when the complainant has replied.
  resume_state text,
  version int not null,
  search tsvector
);
create index record_ticket_inbox on record_ticket (office_id, due_at, id) where owed;
create index record_ticket_office on record_ticket (office_id, submitted_at desc, id desc);
create index record_ticket_state on record_ticket (office_id, state, due_at, id);
create index record_ticket_assignee on record_ticket (assignee_id, due_at, id) where owed;
create index record_ticket_search on record_ticket using gin (search);

create table record_event (
  id uuid not null,
  at timestamptz not null,
  ticket_id uuid not null,
  version int not null,
  type text not null,
  -- Shown on the complainant's timeline.
  visible boolean not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  payload jsonb not null,
  primary key (id, at)
) partition by range (at);
create index record_event_ticket on record_event (ticket_id, at);
create table record_event_other partition of record_event default;

-- Monthly partitions; the default one catches what has none, so that no event is ever refused.
create function record_make_partition(month date) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  first date := date_trunc('month', month);
  name text := 'record_event_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('public.' || name) is null
     and not exists (select from record_event_other where at >= first and at < first + interval '1 month') then
    execute format('create table %I partition of record_event for values from (%L) to (%L)', name, first, first + interval '1 month');
    execute format('alter table %I enable row level security', name);
  end if;
end
$$;
revoke all on function record_make_partition(date) from public;
grant execute on function record_make_partition(date) to tanggap_app;
select record_make_partition(month::date)
from generate_series(date_trunc('month', now()) - interval '24 months', date_trunc('month', now()) + interval '3 months', interval '1 month') month;

create table record_file (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  -- null: came with the report itself
  message_id uuid,
  name text not null,
  type text not null,
  size int not null,
  sha256 bytea not null,
  store_key text not null,
  at timestamptz not null
);
create index record_file_ticket on record_file (ticket_id);
-- The sweep of the file store asks which keys are still known.
create index record_file_store_key on record_file (store_key);

alter table record_ticket enable row level security;
alter table record_event enable row level security;
alter table record_event_other enable row level security;
alter table record_file enable row level security;

create policy record_ticket_visible on record_ticket for all to tanggap_app
using (
  (select platform_actor()) = 'system'
  or ((select platform_actor()) = 'keyholder' and id = (select platform_actor_id()))
  or ((select platform_actor()) = 'officer'
      and office_id = any ((select platform_offices())::uuid[])
      and (not restricted or assignee_id = (select platform_actor_id()) or office_id = any ((select platform_supervised())::uuid[])))
)
-- A transfer moves a ticket out of sight, so the new row is not held to the same test.
with check ((select platform_actor()) in ('system', 'officer', 'keyholder', 'visitor'));

create policy record_event_visible on record_event for select to tanggap_app
using (
  ((select platform_actor()) <> 'keyholder' or visible)
  and exists (select from record_ticket t where t.id = ticket_id)
);
create policy record_event_added on record_event for insert to tanggap_app with check (true);

create policy record_file_visible on record_file for select to tanggap_app
using (exists (select from record_ticket t where t.id = ticket_id));
create policy record_file_added on record_file for insert to tanggap_app with check (true);

grant select, insert, update on record_ticket to tanggap_app;
grant select, insert on record_event, record_file to tanggap_app;
grant select, insert, update on record_category to tanggap_app;

-- Full text in Indonesian and English. The office is a word of its own in the index, so that a search inside one
-- office does not walk through the matches of all others.
create function record_search_vector(office_id uuid, number text, title text, body text) returns tsvector
language sql stable parallel safe as $$
  select setweight(to_tsvector('simple', number || ' ' || replace(number, '-', '')), 'A')
      || setweight(to_tsvector('indonesian', unaccent(title)), 'B')
      || to_tsvector('indonesian', unaccent(left(body, 200000)))
      || to_tsvector('english', unaccent(left(body, 200000)))
      || array_to_tsvector(array['@' || office_id::text])
$$;

create function record_search_query(words text) returns tsquery language sql stable parallel safe as $$
  select websearch_to_tsquery('indonesian', unaccent(words)) || websearch_to_tsquery('english', unaccent(words)) || websearch_to_tsquery('simple', words)
$$;

-- The text operator is not leakproof, so under row-level security PostgreSQL would test every visible row instead of
-- using the index. This function finds ids through the index; the caller joins them to the guarded table.
create function record_search(words text, office uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 200 as $$
  select id from record_ticket where search @@ (('''@' || office::text || '''')::tsquery && record_search_query(words))
$$;
revoke all on function record_search(text, uuid) from public;
grant execute on function record_search(text, uuid) to tanggap_app;
