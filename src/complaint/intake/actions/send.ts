import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Words } from '../../../platform/i18n.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { type Answers, categoryOf, type Draft, findMissing, type OfferedCategory, type Step } from '../rules.ts'
import { deleteDraftFiles } from '../store.ts'
import { type KeptReceipt, storeReceipt } from './draft.ts'
import { type ReportInput, type SubmitProblem, submitReport } from './submit.ts'

/** Facts for which a ticket has no place of its own stand below the text, labelled in the complainant's language. */
export function composeBody(answers: Answers, words: Words): string {
  const facts = [
    { key: 'intake.body.when', value: answers.happenedRoughly ?? '' },
    { key: 'intake.body.reference', value: answers.reference ?? '' },
  ].filter(({ value }) => value !== '')
  const lines = facts.map(({ key, value }) => words.t(key, { value }))
  return [answers.text ?? '', ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
}

/** What an answer is when it was not asked or left empty. */
const blank = {
  officeId: null,
  wish: '',
  happenedOn: null,
  happenedAt: '',
  accused: '',
  relation: null,
  anonymous: false,
  secret: false,
  unidentified: false,
  name: '',
  email: '',
  phone: '',
} as const satisfies Answers

function composeInput(ctx: Context, { answers, files, idempotencyKey }: Draft, kind: NonNullable<Answers['kind']>): ReportInput {
  const { topic, reason, name, email, phone, ...given } = { ...blank, ...answers }
  const { officeId, wish, happenedOn, happenedAt, accused, relation, anonymous, secret, unidentified } = given
  return {
    kind,
    category: categoryOf(kind, topic, reason),
    officeId,
    text: composeBody(answers, ctx.words(ctx.locale)),
    wish,
    happenedOn,
    happenedAt,
    accused,
    relation,
    anonymous,
    secret,
    unidentified,
    contact: { name, email, phone },
    channel: 'web',
    language: ctx.locale,
    files,
    idempotencyKey,
  }
}

/** The screen on which a problem can be put right. */
function stepOf(problem: SubmitProblem): Step {
  switch (problem) {
    case 'category_unknown':
      return 'topic'
    case 'office_unknown':
      return 'office'
    case 'text_missing':
    case 'text_too_long':
      return 'story'
    case 'date_unreal':
    case 'date_future':
      return 'time'
    case 'too_many_files':
      return 'files'
    case 'key_reused':
    // The form on the web has no such field: what is sent by it is received then.
    case 'received_unreal':
    case 'received_future':
    case 'received_too_old':
      return 'check'
  }
}

/**
 * Sends a draft and puts the receipt in its place. The problem is the screen that still needs something: an answer that was never given, or
 * one that has become impossible since (a category or an office taken out of use).
 */
export async function sendDraft(
  ctx: Context,
  token: string,
  draft: Draft,
  categories: readonly OfferedCategory[],
): Promise<Result<KeptReceipt, Step>> {
  const missing = findMissing(draft, categories)
  const { kind } = draft.answers
  if (missing !== null || kind === undefined) return err(missing ?? 'kind')
  const input = composeInput(ctx, draft, kind)
  const sent = await submitReport(ctx, input)
  if (!sent.ok) return err(stepOf(sent.error))
  const { accessCode, repeated: _, ...receipt } = sent.value
  const unit = await loadOffice(ctx.tx, sent.value.unitId)
  const kept: KeptReceipt = { ...receipt, unit: unit?.name ?? '', mailed: !input.unidentified && input.contact.email !== '' }
  await deleteDraftFiles(
    ctx.tx,
    draft.files.map(({ storeKey }) => storeKey),
  )
  await storeReceipt(ctx, token, kept, accessCode)
  return ok(kept)
}
