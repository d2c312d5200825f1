import { loadOffice } from '../../../access/accounts/index.ts'
import { readIdentity } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { defaultTimeZone, isLocale } from '../../../platform/i18n.ts'
import type { AnswerParts } from '../../conversation/rules.ts'
import { type LoadedTicket, loadCategory } from '../../record/index.ts'
import { nameCategory } from '../../record/rules.ts'
import { fillTemplate, fitsCategory, type VariableValues } from '../rules.ts'
import { listOffered, loadTemplate } from '../store.ts'

type Named = { readonly id: string; readonly name: string }

/** The templates that fit a ticket, by name. */
export async function offerTemplates(ctx: Context, { standing, language }: LoadedTicket): Promise<readonly Named[]> {
  const offered = await listOffered(ctx.tx, standing.officeId, isLocale(language) ? language : 'id')
  return offered.filter(({ category }) => fitsCategory(category, standing.category)).map(({ id, name }) => ({ id, name }))
}

async function composeValues(ctx: Context, ticket: LoadedTicket): Promise<VariableValues> {
  const locale = isLocale(ticket.language) ? ticket.language : 'id'
  const { t, date } = ctx.words(locale)
  const office = await loadOffice(ctx.tx, ticket.standing.officeId)
  const category = await loadCategory(ctx.tx, ticket.standing.category)
  const timeZone = office?.timeZone ?? defaultTimeZone
  // The database gives no identity of who chose to be hidden, and there is none of who left none.
  const identity = ticket.anonymous || ticket.unidentified ? null : await readIdentity(ctx, ticket.id)
  return {
    number: ticket.number,
    received: date(ticket.submittedAt, timeZone),
    due: date(ticket.standing.dueAt, timeZone),
    today: date(ctx.now, timeZone),
    office: office?.name ?? '',
    category: category == null ? '' : nameCategory(category, locale),
    complainant: identity?.name || t('templates.complainant'),
  }
}

/** The parts of a template with the ticket's own words; null where it does not fit this ticket, or is out of use. */
export async function fillFor(ctx: Context, ticket: LoadedTicket, templateId: string): Promise<AnswerParts | null> {
  const offered = await offerTemplates(ctx, ticket)
  const template = offered.some(({ id }) => id === templateId) ? await loadTemplate(ctx.tx, templateId) : null
  return template && fillTemplate(template, await composeValues(ctx, ticket))
}
