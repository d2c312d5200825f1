import type { Static } from 'typebox'
import { loadOffices } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { maxFileBytes } from '../../../platform/files/index.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, type FieldProblems, page, type Reply, type Route, type RouteRequest } from '../../../platform/http/route.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { sayProblems } from '../../../ui/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import { type ReportInput, type SubmitProblem, submitReport } from '../../intake/index.ts'
import { eastmostZone, readDate } from '../../intake/rules.ts'
import { loadById, loadCategories } from '../../record/index.ts'
import { registerForm } from '../forms.ts'
import { RegisterPage, type RegisterView } from '../pages/register-page.tsx'
import { RegisteredPage } from '../pages/registered-page.tsx'
import { reportLimits } from '../rules.ts'
import { paths } from '../urls.ts'
import { groupOffices, offerCategories } from './composing.ts'

type Fields = Static<typeof registerForm>
type Request = RouteRequest<unknown, unknown, Fields>
type Filled = Pick<RegisterView, 'typed' | 'wishes'> & { readonly problems: FieldProblems }

async function composePage({ frame }: Request, ctx: Context, filled: Filled): Promise<Parameters<typeof RegisterPage>[0]> {
  const { t, locale } = frame.words
  return {
    frame,
    view: {
      offices: groupOffices(await loadOffices(ctx.tx), t('casework.transfer.central')),
      categories: offerCategories(await loadCategories(ctx.tx), locale, (name) => t('casework.filter.family', { name })),
      languages: ['id', 'en'].map((value) => ({ value, label: t(`ui.language.${value}`) })),
      typed: filled.typed,
      wishes: filled.wishes,
      problems: sayProblems(frame, filled.problems, 'casework'),
      idempotencyKey: filled.typed['idempotencyKey'] ?? ctx.newId(),
    },
  }
}

const fieldOf: Readonly<Record<SubmitProblem, string>> = {
  category_unknown: 'category',
  office_unknown: 'office',
  text_missing: 'text',
  text_too_long: 'text',
  date_unreal: 'happened',
  date_future: 'happened',
  too_many_files: 'files',
  key_reused: 'text',
  received_unreal: 'received',
  received_future: 'received',
  received_too_old: 'received',
}

type Dates = { readonly happenedOn: string | null; readonly receivedOn: string | null }

function toReport(fields: Fields, dates: Dates, files: ReportInput['files']): ReportInput {
  const { name = '', email = '', phone = '', wish = '', happenedAt = '', accused = '', accusedOffice, wishes } = fields
  return {
    kind: fields.kind,
    category: fields.category,
    officeId: fields.office ?? null,
    text: fields.text,
    wish,
    ...dates,
    happenedAt,
    accused,
    accusedOfficeIds: accusedOffice === undefined ? [] : [accusedOffice],
    relation: fields.relation ?? null,
    anonymous: wishes.includes('anonymous'),
    secret: wishes.includes('secret'),
    unidentified: wishes.includes('unidentified'),
    contact: { name, email, phone },
    channel: fields.channel,
    language: fields.language,
    files,
    idempotencyKey: fields.idempotencyKey,
  }
}

async function showForm(request: Request, ctx: Context): Promise<Reply> {
  const [own] = ctx.actor.reach.offices
  return page(RegisterPage(await composePage(request, ctx, { typed: own === undefined ? {} : { office: own }, wishes: [], problems: {} })))
}

/** `sayings`: problems that name a file are said in full already. A browser does not send files twice, so they are chosen again. */
async function showAgain(
  request: Request,
  ctx: Context,
  problems: FieldProblems,
  sayings: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const { wishes = [] } = request.raw
  const { idempotencyKey = '', ...typed } = readTexts(request.raw)
  // A key that belongs to another report would be refused for ever.
  const key = Object.values(problems).includes('key_reused') ? ctx.newId() : idempotencyKey
  const { frame, view } = await composePage(request, ctx, {
    typed: { ...typed, idempotencyKey: key },
    wishes: typeof wishes === 'string' ? [wishes] : wishes,
    problems,
  })
  return page(RegisterPage({ frame, view: { ...view, problems: { ...view.problems, ...sayings } } }), { status: 422 })
}

function sayFiles({ files, frame }: Request): string {
  return files.flatMap(({ name, kept }) => (kept.ok ? [] : [frame.words.t(`intake.file.${kept.error}`, { name })])).join(' ')
}

function readDates(ctx: Context, fields: Fields): Result<Dates, FieldProblems> {
  const read = (name: 'happened' | 'received') =>
    readDate(
      { day: fields[`${name}Day`] ?? '', month: fields[`${name}Month`] ?? '', year: fields[`${name}Year`] ?? '' },
      localDate(ctx.now, eastmostZone),
    )
  const received = read('received')
  if (!received.ok) return err({ received: received.error })
  const happened = read('happened')
  return happened.ok ? ok({ happenedOn: happened.value, receivedOn: received.value }) : err({ happened: happened.error })
}

/** Shows the paper with number and code. It answers the form itself: a code that is shown once cannot wait behind a redirect. */
async function register(request: Request, ctx: Context): Promise<Reply> {
  if (!request.form.ok) return showAgain(request, ctx, request.form.error)
  const fields = request.form.value
  const dates = readDates(ctx, fields)
  if (!dates.ok) return showAgain(request, ctx, dates.error)
  if (request.files.length > reportLimits.files) return showAgain(request, ctx, { files: 'too_many_files' })
  const files = request.files.flatMap(({ kept }) => (kept.ok ? [kept.value] : []))
  if (files.length < request.files.length) return showAgain(request, ctx, {}, { files: sayFiles(request) })
  const submitted = await submitReport(ctx, toReport(fields, dates.value, files))
  // The intake saw everything; whether this officer sees it where it went is another matter.
  await ctx.tx.become(ctx.actor)
  if (!submitted.ok) return showAgain(request, ctx, { [fieldOf[submitted.error]]: submitted.error })
  const { id, number, accessCode, submittedAt, timeZone, promises, repeated } = submitted.value
  // What was taken in before needs no second copy.
  if (!repeated) request.claim(files.map(({ storeKey }) => storeKey))
  request.audit({ objectType: 'ticket', objectId: id, details: { channel: fields.channel, repeated, receivedOn: dates.value.receivedOn } })
  const visible = (await loadById(ctx.tx, id)) !== null
  return page(
    RegisteredPage({
      frame: request.frame,
      view: {
        id,
        number,
        accessCode,
        submittedAt,
        receivedOn: dates.value.receivedOn,
        timeZone,
        promises,
        visible,
        trackAddress: `${ctx.settings.publicUrl}/lacak`,
      },
    }),
  )
}

const shared = { path: paths.register, audience: 'officer', permission: 'ticket.register' } as const

export const registerRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    audit: { event: 'ticket.register_opened', done: false },
    handler: (request, ctx) => showForm(request as Request, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    audit: { event: 'ticket.registered', done: true },
    form: registerForm,
    upload: { most: reportLimits.files, maxBytes: maxFileBytes },
    handler: register,
  }),
]
