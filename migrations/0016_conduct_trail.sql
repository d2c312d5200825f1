-- Capability: conduct. What an auditor in the circle of a ticket sees of it in the trail: the refusals that every wrong address leaves, and
-- nothing else. Without those an address that leaves no line would be known for a real one.
alter policy trail_entry_visible on trail_entry
using (
  (select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer'
      and (object_id is null or object_id not in (select conduct_excluded())
           or (outcome = 'refused' and reason in ('not_found', 'ticket_not_found'))))
  or ((select platform_actor()) = 'keyholder' and object_type = 'ticket' and object_id = (select platform_actor_id()))
);
