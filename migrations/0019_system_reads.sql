-- The service itself sees every ticket, so what follows a ticket need not be asked for it. The planner builds a hash of all tickets for
-- "exists (select from record_ticket …)" when it expects many rows: at a hundred thousand tickets that took a second a page of the watch, and
-- grows with the tickets. Asked first who is there, the hash is never built for the service; the others are asked as before.
alter policy record_event_visible on record_event
using (
  (select platform_actor()) = 'system'
  or (((select platform_actor()) <> 'keyholder' or visible) and exists (select from record_ticket t where t.id = ticket_id))
);
alter policy record_file_visible on record_file
using ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));
alter policy deadlines_clock_visible on deadlines_clock
using ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));
alter policy deadlines_pause_visible on deadlines_pause
using ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));
alter policy conversation_message_visible on conversation_message
using ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));
alter policy conversation_note_visible on conversation_note
using ((select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id)));
