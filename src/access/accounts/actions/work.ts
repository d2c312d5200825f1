import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadWork } from '../read/work.ts'
import { type AbsenceProblem, findAbsenceProblem } from '../rules/work.ts'
import { deleteAbsence, endTraining, insertAbsence, insertTraining, saveWork } from '../store/work.ts'
import type { Change } from './officers.ts'

type Work = { readonly languages: readonly string[]; readonly skills: readonly string[] }

/** The day it is for absences: whole days, whose edges a zone moves by two hours at most. */
export function findToday(ctx: Pick<Context, 'now'>): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(ctx.now)
}

export async function setWork(ctx: Context, officerId: string, work: Work): Promise<Result<Change<Work>, 'not_found'>> {
  const before = await loadWork(ctx.tx, officerId, findToday(ctx))
  if (before === null) return err('not_found')
  await saveWork(ctx.tx, officerId, work)
  return ok({ before: { languages: before.languages, skills: before.skills }, after: work })
}

export type Absence = { readonly from: string; readonly until: string; readonly deputyId: string | null }

/** Enters an absence. A deputy handles tickets in one of the officer's own units. */
export async function enterAbsence(
  ctx: Context,
  officerId: string,
  absence: Absence,
): Promise<Result<Absence, AbsenceProblem | 'not_found'>> {
  const today = findToday(ctx)
  const work = await loadWork(ctx.tx, officerId, today)
  if (work === null || ctx.actor.id === null) return err('not_found')
  const problem = findAbsenceProblem(absence, today)
  if (problem !== null) return err(problem)
  if (absence.deputyId !== null && !work.deputies.some(({ value }) => value === absence.deputyId)) return err('deputy_unknown')
  await insertAbsence(ctx.tx, { ...absence, id: ctx.newId(), officerId, enteredBy: ctx.actor.id })
  return ok(absence)
}

export async function removeAbsence(ctx: Context, officerId: string, id: string): Promise<Result<true, 'not_found'>> {
  return (await deleteAbsence(ctx.tx, officerId, id)) ? ok(true) : err('not_found')
}

export type Training = { readonly trainerId: string; readonly from: string }

/** Records who trains an officer: a colleague of one of their units. */
export async function enterTraining(
  ctx: Context,
  traineeId: string,
  training: Training,
): Promise<Result<Training, 'not_found' | 'trainer_unknown' | 'training_known'>> {
  const work = await loadWork(ctx.tx, traineeId, findToday(ctx))
  if (work === null || ctx.actor.id === null) return err('not_found')
  const trainer = work.colleagues.find(({ value }) => value === training.trainerId)
  if (trainer === undefined) return err('trainer_unknown')
  if (work.trainings.some(({ trains, otherId, over }) => !trains && !over && otherId === training.trainerId)) return err('training_known')
  await insertTraining(ctx.tx, { ...training, id: ctx.newId(), traineeId, enteredBy: ctx.actor.id })
  return ok(training)
}

/** Ends a training today, for trainer and trainee alike. */
export async function finishTraining(ctx: Context, officerId: string, id: string): Promise<Result<true, 'not_found'>> {
  return (await endTraining(ctx.tx, officerId, id, findToday(ctx))) ? ok(true) : err('not_found')
}
