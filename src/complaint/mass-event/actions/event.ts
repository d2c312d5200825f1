import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { countLanguages, loadEvent } from '../read.ts'
import { insertEvent, lockEvent, saveClosed, saveRest } from '../store.ts'
import { requestAnswers } from './answer.ts'

export type Opening = { readonly officeId: string; readonly title: string; readonly words: string }

/** Opens an event in a unit of the officer's. */
export async function openEvent(ctx: Context, { officeId, title, words }: Opening): Promise<Result<string, 'office_unknown'>> {
  if (!mayIn(ctx.actor, 'mass_event.record', officeId)) return err('office_unknown')
  const id = ctx.newId()
  await insertEvent(ctx.tx, { id, officeId, title, words, at: ctx.now, officer: requireOfficer(ctx) })
  return ok(id)
}

/** Closes an event in which nobody waits. */
export async function closeEvent(ctx: Context, id: string): Promise<Result<null, 'conflict' | 'tickets_waiting'>> {
  const event = await lockEvent(ctx.tx, id)
  if (event === null || event.state === 'closed') return err('conflict')
  if ((await countLanguages(ctx.tx, id)).some(({ waiting }) => waiting > 0)) return err('tickets_waiting')
  await saveClosed(ctx.tx, id, ctx.now)
  return ok(null)
}

/** Says in which language those are answered whose own has no text; null: in none. It is never done unsaid. */
export async function chooseRest(ctx: Context, id: string, language: string | null): Promise<Result<null, 'conflict'>> {
  const event = await lockEvent(ctx.tx, id)
  if (event === null || event.state === 'closed') return err('conflict')
  await saveRest(ctx.tx, id, language)
  if (language !== null) await requestAnswers(ctx, id)
  return ok(null)
}

/** Gives the approved texts to those who were attached since. */
export async function answerNew(ctx: Context, id: string): Promise<boolean> {
  const event = await loadEvent(ctx.tx, id)
  if (event === null || event.state === 'closed') return false
  await requestAnswers(ctx, id)
  return true
}
