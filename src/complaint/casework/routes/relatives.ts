import type { Context } from '../../../platform/context.ts'
import { judgeUndo, listRelatives } from '../../split/index.ts'
import type { TicketView } from '../pages/views.ts'
import type { Opened } from './opening.ts'

/** The report that a ticket came off and its parts, with the way back where it is open to this officer. */
export async function composeRelatives(ctx: Context, { ticket, offices }: Opened): Promise<TicketView['relatives']> {
  return (await listRelatives(ctx.tx, ticket.id)).map((relative) => ({
    ...relative,
    undo: judgeUndo(ctx, relative),
    officeName: offices.find(({ id }) => id === relative.ticket.officeId)?.name ?? '',
  }))
}
