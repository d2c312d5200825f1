-- Capabilities: platform, intake, tracking, trail. Row-level security for the tables that had none although they hold something
-- about a person. Not forced: copies are made as the owner.

-- The secret that a request showed, as the hash under which it is stored. Rows that belong to a secret are seen by who shows it.
create function platform_token() returns bytea language sql stable parallel safe as
  $$ select decode(nullif(current_setting('tanggap.token', true), ''), 'hex') $$;

-- Answers on the way: of the browser that gave them, and of the jobs that forget them.
alter table intake_draft enable row level security;
alter table intake_draft_file enable row level security;
alter table intake_submission enable row level security;
create policy intake_draft_own on intake_draft for all to tanggap_app
using ((select platform_actor()) = 'system' or token_hash = (select platform_token()));
create policy intake_draft_file_own on intake_draft_file for all to tanggap_app
using ((select platform_actor()) = 'system' or token_hash = (select platform_token()));
-- Which sending key became which ticket is known to the service alone.
create policy intake_submission_system on intake_submission for all to tanggap_app
using ((select platform_actor()) = 'system');

-- A session: of who shows its cookie. Who holds a ticket ends the others of the same ticket.
alter table tracking_session enable row level security;
alter table tracking_recovery enable row level security;
create policy tracking_session_own on tracking_session for all to tanggap_app
using (
  (select platform_actor()) = 'system'
  or token_hash = (select platform_token())
  or ((select platform_actor()) = 'keyholder' and ticket_id = (select platform_actor_id()))
);
-- A link is made by a job and used by who shows its secret.
create policy tracking_recovery_own on tracking_recovery for select to tanggap_app
using ((select platform_actor()) = 'system' or token_hash = (select platform_token()));
create policy tracking_recovery_used on tracking_recovery for update to tanggap_app
using ((select platform_actor()) = 'system' or token_hash = (select platform_token()));
create policy tracking_recovery_made on tracking_recovery for insert to tanggap_app
with check ((select platform_actor()) = 'system');
create policy tracking_recovery_forgotten on tracking_recovery for delete to tanggap_app
using ((select platform_actor()) = 'system');

-- The trail: everybody's deeds are written, nobody but officers reads them; a complainant reads who looked at the own ticket.
-- Which officers may is the permission of the page. The links are made by a job.
alter table trail_entry enable row level security;
alter table trail_pending enable row level security;
alter table trail_link enable row level security;
alter table trail_check enable row level security;
create policy trail_entry_added on trail_entry for insert to tanggap_app with check (true);
create policy trail_entry_visible on trail_entry for select to tanggap_app
using (
  (select platform_actor()) in ('system', 'officer')
  or ((select platform_actor()) = 'keyholder' and object_type = 'ticket' and object_id = (select platform_actor_id()))
);
create policy trail_pending_visible on trail_pending for select to tanggap_app using ((select platform_actor()) in ('system', 'officer'));
create policy trail_pending_linked on trail_pending for delete to tanggap_app using ((select platform_actor()) = 'system');
create policy trail_link_visible on trail_link for select to tanggap_app using ((select platform_actor()) in ('system', 'officer'));
create policy trail_link_added on trail_link for insert to tanggap_app with check ((select platform_actor()) = 'system');
create policy trail_check_visible on trail_check for all to tanggap_app using ((select platform_actor()) in ('system', 'officer'));

-- Who in the trail has a name that begins like this; walks the index from name to name, however many entries each has. The
-- lower case of a name is no leakproof function, so under row-level security PostgreSQL would read every entry; this goes around
-- it and repeats the sight of an officer.
create function trail_find_actors(beginning text, most int) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 10 as $$
  with recursive found(name, id) as (
    (select lower(actor_name) collate "C", actor_id from trail_entry
     where actor_id is not null and lower(actor_name) collate "C" >= beginning order by lower(actor_name) collate "C", actor_id limit 1)
    union all
    select next.name, next.id from found cross join lateral (
      select lower(actor_name) collate "C" as name, actor_id as id from trail_entry
      where actor_id is not null and (lower(actor_name) collate "C", actor_id) > (found.name, found.id)
      order by lower(actor_name) collate "C", actor_id limit 1) next
    where starts_with(found.name, beginning))
  select distinct id from (select id from found where starts_with(name, beginning) limit most) actors
  where platform_actor() in ('system', 'officer')
$$;
revoke all on function trail_find_actors(text, int) from public;
grant execute on function trail_find_actors(text, int) to tanggap_app;
