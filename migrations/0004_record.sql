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
)
-- Many short questions on few cores: starting helpers would cost each of them more than it saves.
with (parallel_workers = 0);
-- The counts beside an inbox read these indexes alone: what row-level security asks of a row is included.
create index record_ticket_inbox on record_ticket (office_id, due_at, id) include (restricted, assignee_id) where owed;
create index record_ticket_office on record_ticket (office_id, submitted_at desc, id desc);
create index record_ticket_state on record_ticket (office_id, state, due_at, id) include (restricted, assignee_id);
create index record_ticket_assignee on record_ticket (assignee_id, due_at, id) where owed;
create index record_ticket_search on record_ticket using gin (search);
create index record_ticket_digits on record_ticket using gin (replace(number, '-', '') gin_trgm_ops);

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
with check ((select platform_actor()) in ('system', 'officer') or ((select platform_actor()) = 'keyholder' and id = (select platform_actor_id())));

create policy record_event_visible on record_event for select to tanggap_app
using (
  ((select platform_actor()) <> 'keyholder' or visible)
  and exists (select from record_ticket t where t.id = ticket_id)
);
create policy record_event_added on record_event for insert to tanggap_app
with check ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));

create policy record_file_visible on record_file for select to tanggap_app
using (exists (select from record_ticket t where t.id = ticket_id));
create policy record_file_added on record_file for insert to tanggap_app
with check ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));

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

-- One page of what was found, most urgent first, with the exact number of all that was found. The text operator is not
-- leakproof, so under row-level security PostgreSQL would test every visible row instead of using the index; this function
-- goes through the index and repeats the sight of an officer for its count. Its caller joins the ids to the guarded
-- table, so a page can never show more than the policy does. One row without an id when the page is empty.
create function record_search_page(words text, office uuid, place_over boolean, place_due timestamptz, place_id uuid, backwards boolean, most int)
returns table (id uuid, total bigint)
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 50 as $$
  with found as materialized (
    select t.id, not t.owed as over, t.due_at from record_ticket t
    where t.search @@ (('''@' || office::text || '''')::tsquery && record_search_query(words))
      and t.office_id = office
      -- Signs without words would find everything.
      and numnode(record_search_query(words)) > 0
      and platform_actor() = 'officer' and office = any (platform_offices())
      and (not t.restricted or t.assignee_id = platform_actor_id() or office = any (platform_supervised()))
  ), page as (
    (select f.id from found f where not backwards and (place_id is null or (f.over, f.due_at, f.id) > (place_over, place_due, place_id))
     order by f.over, f.due_at, f.id limit most)
    union all
    (select f.id from found f where backwards and (f.over, f.due_at, f.id) < (place_over, place_due, place_id)
     order by f.over desc, f.due_at desc, f.id desc limit most)
  )
  select page.id, counted.total from (select count(*) as total from found) counted left join page on true
$$;
revoke all on function record_search_page(text, uuid, boolean, timestamptz, uuid, boolean, int) from public;
grant execute on function record_search_page(text, uuid, boolean, timestamptz, uuid, boolean, int) to tanggap_app;

-- A part of a number, as somebody reads it out on the phone: digits in a row, anywhere in it.
create function record_find_number(part text, office uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 20 as $$
  select id from record_ticket
  where office_id = office and replace(number, '-', '') like '%' || regexp_replace(part, '[^0-9A-Za-z]', '', 'g') || '%'
$$;
revoke all on function record_find_number(text, uuid) from public;
grant execute on function record_find_number(text, uuid) to tanggap_app;
