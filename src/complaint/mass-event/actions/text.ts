import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { type DecideRefusal, findDecideRefusal, findProposeProblem, type ProposeProblem, type TextParts, type Verdict } from '../rules.ts'
import { insertText, loadTexts, lockEvent, replaceText, saveAnswered, saveDecision, type Text } from '../store.ts'
import { hashText, requestAnswers } from './answer.ts'

export type Writing = { readonly eventId: string; readonly language: string; readonly parts: TextParts; readonly propose: boolean }

function trimParts({ finding, action, remedy, nextStep, outcome }: TextParts): TextParts {
  return { finding: finding.trim(), action: action.trim(), remedy: remedy.trim(), nextStep: nextStep.trim(), outcome }
}

/** The text of a language that is on its way, if one is. */
export function findOpenText(texts: readonly Text[], language: string): Text | null {
  return texts.find((text) => text.language === language && text.state !== 'approved') ?? null
}

/** What the texts of other languages come to. */
function listOutcomes(texts: readonly Text[], language: string): readonly string[] {
  return texts
    .filter((text) => text.language !== language && (text.state === 'proposed' || text.state === 'approved'))
    .map(({ outcome }) => outcome)
}

/** Keeps the text of a language for the unit, or puts it to somebody else for approval. Whoever changes one begins anew. */
export async function writeText(
  ctx: Context,
  { eventId, language, parts, propose }: Writing,
): Promise<Result<null, 'conflict' | ProposeProblem>> {
  const officer = requireOfficer(ctx)
  const event = await lockEvent(ctx.tx, eventId)
  if (event === null || event.state === 'closed') return err('conflict')
  const texts = await loadTexts(ctx.tx, eventId)
  const text = { ...trimParts(parts), eventId, language }
  const problem = propose ? findProposeProblem(text, listOutcomes(texts, language)) : null
  if (problem !== null) return err(problem)
  const before = findOpenText(texts, language)
  if (before !== null) await replaceText(ctx.tx, before.id)
  await insertText(ctx.tx, {
    ...text,
    id: ctx.newId(),
    officer,
    writers: [...new Set([...(before?.writers ?? []), officer.id])],
    at: ctx.now,
    sha256: propose ? Buffer.from(hashText(text), 'hex') : null,
  })
  return ok(null)
}

export type Deciding = { readonly eventId: string; readonly language: string; readonly sha256: string; readonly said: Verdict }

/**
 * Approves a proposed text or gives it back. Approved, it is given to everybody who waits for it, as its author's answer. `sha256`: of
 * what the officer read.
 */
export async function decideText(
  ctx: Context,
  { eventId, language, sha256, said }: Deciding,
): Promise<Result<'approved' | 'returned', 'conflict' | DecideRefusal>> {
  const officer = requireOfficer(ctx)
  const event = await lockEvent(ctx.tx, eventId)
  if (event === null || event.state === 'closed') return err('conflict')
  const texts = await loadTexts(ctx.tx, eventId)
  const text = findOpenText(texts, language)
  if (text?.state !== 'proposed') return err('conflict')
  const { writers } = text
  const refusal = findDecideRefusal({ writers, officerId: officer.id, hashes: [sha256, text.sha256 ?? '', hashText(text)] })
  if (refusal !== null) return err(refusal)
  const before = texts.find((one) => one.language === language && one.state === 'approved')
  if (said.verdict === 'approved' && before !== undefined) await replaceText(ctx.tx, before.id)
  const { reason, words } = said.verdict === 'returned' ? said : { reason: null, words: '' }
  const saved = await saveDecision(ctx.tx, text.id, { state: said.verdict, officer, at: ctx.now, reason, words })
  if (!saved) return err('conflict')
  if (said.verdict === 'approved') {
    await saveAnswered(ctx.tx, eventId)
    await requestAnswers(ctx, eventId)
  }
  return ok(said.verdict)
}
