-- Capability: casework. Filters that officers named, and what was done to many reports at once so that it can be taken back.
create table casework_view (
  id uuid primary key,
  owner_id uuid not null references accounts_officer (id),
  office_id uuid not null references accounts_office (id),
  name text not null check (length(name) between 1 and 60),
  -- The filter as it stands in an address, without the unit.
  query text not null check (length(query) <= 500),
  shared boolean not null,
  position int not null,
  created_at timestamptz not null
);
create index casework_view_office on casework_view (office_id);
alter table casework_view enable row level security;
create policy casework_view_visible on casework_view for select to tanggap_app
using ((select platform_actor()) = 'system' or ((select platform_actor()) = 'officer'
  and office_id = any ((select platform_offices())::uuid[]) and (shared or owner_id = (select platform_actor_id()))));
create policy casework_view_added on casework_view for insert to tanggap_app
with check (owner_id = (select platform_actor_id()) and office_id = any ((select platform_offices())::uuid[]));
create policy casework_view_changed on casework_view for update to tanggap_app using (owner_id = (select platform_actor_id()));
create policy casework_view_removed on casework_view for delete to tanggap_app using (owner_id = (select platform_actor_id()));
grant select, insert, update, delete on casework_view to tanggap_app;

create table casework_bulk (
  id uuid primary key,
  officer_id uuid not null references accounts_officer (id),
  deed text not null check (deed in ('take', 'assign', 'release')),
  at timestamptz not null,
  -- [{"id", "version" after it, "assigneeId" before it}], and [{"id", "why"}]: ids alone; what they are is asked when they are shown.
  done jsonb not null,
  skipped jsonb not null,
  undone_at timestamptz
);
alter table casework_bulk enable row level security;
create policy casework_bulk_own on casework_bulk for all to tanggap_app
using (officer_id = (select platform_actor_id())) with check (officer_id = (select platform_actor_id()));
grant select, insert, update on casework_bulk to tanggap_app;
