-- Ground that every capability stands on: the application role, extensions, limits, jobs queued inside a transaction.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

do $$
begin
  if not exists (select from pg_roles where rolname = 'tanggap_app') then
    create role tanggap_app nologin;
  end if;
  -- The owner steps down to this role at connect when no separate login is configured.
  -- An owner who is a member already need not have the right to grant. From 16 on membership alone is not enough: who makes a role
  -- becomes a member that may pass it on but not step down to it.
  if not pg_has_role(current_user, 'tanggap_app', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant tanggap_app to %I', current_user);
  end if;
exception when unique_violation or duplicate_object then null; -- another database of the same cluster made it at the same moment
end
$$;

grant usage on schema public to tanggap_app;

-- Who is there, as the policies see it. No setting means nobody: nothing is shown.
create function platform_actor() returns text language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('tanggap.actor', true), ''), 'nobody') $$;
create function platform_actor_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('tanggap.id', true), '')::uuid $$;
create function platform_offices() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('tanggap.offices', true), ''), '{}')::uuid[] $$;
create function platform_supervised() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('tanggap.supervised', true), ''), '{}')::uuid[] $$;

-- Counters against guessing and flooding. `key` is a keyed hash: no address stands here.
create table platform_limit (
  key bytea not null,
  window_start timestamptz not null,
  count int not null,
  primary key (key, window_start)
);
create index platform_limit_old on platform_limit (window_start);
grant select, insert, update, delete on platform_limit to tanggap_app;

-- Jobs are queued in the caller's transaction although the queue belongs to the owner.
create function platform_enqueue(task text, payload json, job_key text, run_at timestamptz, max_attempts int)
returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key);
end
$$;
revoke all on function platform_enqueue(text, json, text, timestamptz, int) from public;
grant execute on function platform_enqueue(text, json, text, timestamptz, int) to tanggap_app;

-- Running processes and the workers they own, so that the jobs of a killed one are freed at once.
create table platform_instance (
  worker_id text primary key,
  lock_key bigint not null,
  started_at timestamptz not null default now()
);
