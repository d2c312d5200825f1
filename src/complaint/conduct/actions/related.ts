import { loadTraining } from '../../../access/accounts/index.ts'
import { asService, type Context } from '../../../platform/context.ts'
import type { Related } from '../rules.ts'
import { loadApprovers, type Relations } from '../store.ts'

const dayInMs = 86_400_000

/**
 * Who is close to the persons named, by the relations in force. As the service itself: whoever names somebody does not see the
 * tickets on which they worked with others.
 */
export async function findRelated(ctx: Context, officerIds: readonly string[], relations: Relations): Promise<readonly Related[]> {
  if (officerIds.length === 0) return []
  const { approverDays, trainingDays } = relations
  const before = (days: number): Date => new Date(ctx.now.getTime() - days * dayInMs)
  return asService(ctx, 'conduct', async ({ tx }) => {
    const approvers = approverDays === null ? [] : await loadApprovers(tx, officerIds, before(approverDays))
    const training = trainingDays === null ? [] : await loadTraining(tx, officerIds, before(trainingDays))
    return [
      ...approvers.map((officerId) => ({ officerId, reason: 'approver' as const })),
      ...training.map((officerId) => ({ officerId, reason: 'training' as const })),
    ]
  })
}
