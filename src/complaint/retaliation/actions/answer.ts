import { readIdentity } from '../../../access/confidentiality/index.ts'
import { record } from '../../../audit/trail/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { isLocale } from '../../../platform/i18n.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { inheritShield } from '../../conduct/index.ts'
import { type Receipt, type ReportInput, submitReport } from '../../intake/index.ts'
import { type LoadedTicket, loadById, loadText } from '../../record/index.ts'
import { type CheckAnswer, codeMinutes, isRetaliation } from '../rules.ts'
import { insertAnswer, loadShownCode, lockOpenCheck } from '../store.ts'

const purpose = 'retaliation-code'

export type CheckInput = CheckAnswer & { readonly words: string }

/** What is told in the person's name where they only ticked: nothing of the first report, whose readers are others. */
function composeStory(ctx: Context, { language }: LoadedTicket, { treated, pressed, words }: CheckInput): string {
  const { t } = ctx.words(isLocale(language) ? language : 'id')
  return [
    ...(words === '' ? [] : [words]),
    ...(treated === 'worse' ? [t('retaliation.story.worse')] : []),
    ...(pressed === 'yes' ? [t('retaliation.story.pressed')] : []),
  ].join('\n\n')
}

async function composeReport(ctx: Context, ticket: LoadedTicket, input: CheckInput): Promise<ReportInput> {
  const text = await loadText(ctx.tx, ticket.id)
  const { name = '', email = '', phone = '' } = (await readIdentity(ctx, ticket.id)) ?? {}
  const { anonymous, secret, unidentified, language, concernedOfficeId } = ticket
  return {
    kind: 'complaint',
    // The family about the integrity of officers: which wrong it is, compliance finds out.
    category: 'INT',
    officeId: concernedOfficeId,
    text: composeStory(ctx, ticket, input),
    wish: '',
    happenedOn: null,
    happenedAt: '',
    relation: text?.relation ?? null,
    anonymous,
    secret,
    unidentified,
    contact: { name, email, phone },
    channel: 'web',
    language,
    files: [],
    idempotencyKey: null,
  }
}

/** Opens it although the office was closed meanwhile or the category is out of use: nobody is to blame for that but ourselves. */
async function openReport(ctx: Context, ticket: LoadedTicket, input: CheckInput): Promise<Receipt> {
  const report = await composeReport(ctx, ticket, input)
  const tries: readonly Partial<ReportInput>[] = [{}, { officeId: null }, { category: ticket.standing.category, officeId: null }]
  for (const change of tries) {
    const sent = await submitReport(ctx, { ...report, ...change })
    if (sent.ok) return sent.value
  }
  throw new Error('a report of retaliation was not taken in')
}

async function openShielded(ctx: Context, ticket: LoadedTicket, input: CheckInput): Promise<Receipt> {
  const receipt = await openReport(ctx, ticket, input)
  await inheritShield(ctx, ticket.id, receipt.id)
  // By the service and in no request of the keyholder's, whose id is the first report's: a line of one must not lead to the other.
  const apart: Context = { ...ctx, actor: createSystemActor('retaliation'), requestId: 'job:retaliation' }
  await record(apart, { event: 'retaliation.opened', outcome: 'done', objectType: 'ticket', objectId: receipt.id })
  return receipt
}

/**
 * Answers the check that is open for the keyholder's ticket. Retaliation opens a shielded report in the same transaction; its code is sealed
 * for this browser, `sessionHash`, and known to nobody else. For the rest of the transaction the database sees the service itself.
 */
export async function answerCheck(
  ctx: Context,
  ticketId: string,
  input: CheckInput,
  sessionHash: Buffer | null,
): Promise<Result<null, 'check_not_open'>> {
  await ctx.tx.become(createSystemActor('retaliation'))
  const [check, ticket] = [await lockOpenCheck(ctx.tx, ticketId), await loadById(ctx.tx, ticketId)]
  if (check === null || ticket === null) return err('check_not_open')
  const opened = isRetaliation(input) ? await openShielded(ctx, ticket, input) : null
  await ctx.tx.become(createSystemActor('retaliation'))
  await insertAnswer(ctx.tx, {
    checkId: check.id,
    ticketId,
    at: ctx.now,
    treated: input.treated,
    pressed: input.pressed,
    openedTicketId: opened?.id ?? null,
    sealedCode: opened?.accessCode == null ? null : ctx.keyring.seal(purpose, opened.accessCode, check.id),
    sessionHash: opened === null ? null : sessionHash,
  })
  return ok(null)
}

export type OpenedReport = { readonly number: string; readonly accessCode: string }

/** Number and code of the report that this browser has just opened by its answer; null for everybody else, and later. */
export async function showOpened(ctx: Context, ticketId: string, sessionHash: Buffer | null): Promise<OpenedReport | null> {
  const since = new Date(ctx.now.getTime() - codeMinutes * 60_000)
  const shown = sessionHash === null ? null : await loadShownCode(ctx.tx, ticketId, sessionHash, since)
  if (shown === null) return null
  await ctx.tx.become(createSystemActor('retaliation'))
  const opened = await loadById(ctx.tx, shown.openedTicketId)
  await ctx.tx.become(ctx.actor)
  return opened && { number: opened.number, accessCode: ctx.keyring.open(purpose, shown.sealedCode, shown.checkId).toString('utf8') }
}
