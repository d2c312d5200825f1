import type { TestService } from './service.ts'

type Checked = { readonly ticketId: string; readonly authorId: string; readonly officerId: string; readonly daysAgo: number }

/** An answer that somebody wrote and somebody else approved, some days ago. */
export async function checkAnswer(service: TestService, { ticketId, authorId, officerId, daysAgo }: Checked): Promise<void> {
  await service.owner.query(
    `with checked as (insert into answering_check
       (id, ticket_id, office_id, author_id, author_name, asked_at, version, finding, action, remedy, next_step, outcome, language, sha256, needed, state)
       select gen_random_uuid(), id, office_id, $2, 'Demo', now() - make_interval(days => $4), 1, 'x', 'x', '', '', 'resolved', 'id', '', 1, 'sent'
       from record_ticket where id = $1 returning id, asked_at)
     insert into answering_opinion (check_id, officer_id, officer_name, at, verdict, sha256)
     select id, $3, 'Demo', asked_at, 'approved', '' from checked`,
    [ticketId, authorId, officerId, daysAgo],
  )
}

/** One officer trains another, or did until some days ago. */
export async function train(service: TestService, trainerId: string, traineeId: string, endedDaysAgo: number | null): Promise<void> {
  await service.owner.query(
    `insert into accounts_training (id, trainer_id, trainee_id, from_day, until_day, entered_by)
     values (gen_random_uuid(), $1, $2, current_date - 500, current_date - $3::int, $1)`,
    [trainerId, traineeId, endedDaysAgo],
  )
}
