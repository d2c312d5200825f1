import type { Static } from 'typebox'
import { loadOffices, type Office } from '../../access/accounts/index.ts'
import type { Context } from '../../platform/context.ts'
import { readText, readTexts } from '../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../platform/http/route.ts'
import { sayProblems } from '../../ui/index.ts'
import { loadCategories } from '../record/index.ts'
import { groupCategories, nameCategory } from '../record/rules.ts'
import { type EditProblem, editTemplate } from './actions/edit.ts'
import { templateForm, templateParams } from './forms.ts'
import { TemplatePage, type TemplateView } from './pages/template-page.tsx'
import { TemplatesPage } from './pages/templates-page.tsx'
import { mayEdit } from './policy.ts'
import { checkTemplate, fillTemplate, type TemplateProblem, type VariableValues } from './rules.ts'
import { listTemplates, loadTemplate, type Template } from './store.ts'
import { paths } from './urls.ts'

type Request = RouteRequest<{ readonly id?: string }, unknown, Static<typeof templateForm>>
type Typed = Readonly<Record<string, string>>
type Shown = { readonly id: string | null; readonly typed: Typed; readonly problems: TemplateView['problems']; readonly preview: boolean }

const everywhere = 'all'

function toTyped({ name, officeId, category, language, finding, action, remedy, nextStep, active }: Template): Typed {
  return {
    name,
    office: officeId ?? everywhere,
    category: category ?? '',
    language,
    finding,
    action,
    remedy,
    nextStep,
    active: active ? 'yes' : '',
  }
}

function toTemplate(id: string, form: Static<typeof templateForm>): Template {
  const { name, office, category, language, finding = '', action = '', remedy = '', nextStep = '', active } = form
  return {
    id,
    name,
    officeId: office === everywhere ? null : office,
    category: category ?? null,
    language,
    finding,
    action,
    remedy,
    nextStep,
    active,
  }
}

/** Made-up words of a ticket, so that the one who writes sees how it reads. */
function sampleValues({ frame }: Pick<Request, 'frame'>, now: Date): VariableValues {
  const { t, date } = frame.words
  return {
    number: '26-4839-2075-H',
    received: date(now),
    due: date(new Date(now.getTime() + 20 * 86_400_000)),
    today: date(now),
    office: t('templates.sample.office'),
    category: t('templates.sample.category'),
    complainant: t('templates.complainant'),
  }
}

function readParts(typed: Typed) {
  const { finding = '', action = '', remedy = '', nextStep = '' } = typed
  return { finding, action, remedy, nextStep }
}

function sayTemplate({ frame }: Pick<Request, 'frame'>, problems: readonly TemplateProblem[]): TemplateView['problems'] {
  const say = (problem: TemplateProblem): string =>
    frame.words.t(`templates.problem.${problem.code}`, problem.code === 'unknown' ? { name: `{${problem.name}}` } : {})
  return Object.fromEntries(problems.toReversed().map((problem) => [problem.field, say(problem)]))
}

function sayEdit(request: Request, problem: Exclude<EditProblem, 'permission'>): TemplateView['problems'] {
  return problem === 'category_unknown'
    ? sayProblems(request.frame, { category: problem }, 'templates')
    : sayTemplate(request, problem as readonly TemplateProblem[])
}

function offerOffices(request: Request, ctx: Context, offices: readonly Office[]): TemplateView['offices'] {
  const all = mayEdit(ctx.actor, null) ? [{ value: everywhere, label: request.frame.words.t('templates.everywhere') }] : []
  return [...all, ...offices.filter(({ id }) => mayEdit(ctx.actor, id)).map(({ id, name }) => ({ value: id, label: name }))]
}

async function showForm(request: Request, ctx: Context, shown: Shown, status = 200): Promise<Reply> {
  const { frame } = request
  const [offices, categories] = await Promise.all([loadOffices(ctx.tx), loadCategories(ctx.tx)])
  const parts = readParts(shown.typed)
  const preview = shown.preview && checkTemplate(parts).length === 0 ? fillTemplate(parts, sampleValues(request, ctx.now)) : null
  const view: TemplateView = {
    ...shown,
    offices: offerOffices(request, ctx, offices),
    categories: groupCategories(categories, frame.words.locale),
    preview,
  }
  return page(TemplatePage({ frame, view }), { status })
}

async function openTemplate({ params, audit }: Request, ctx: Context): Promise<Template | null> {
  audit({ objectType: 'template', ...(params.id === undefined ? {} : { objectId: params.id }) })
  const template = await loadTemplate(ctx.tx, params.id ?? '')
  return template !== null && mayEdit(ctx.actor, template.officeId) ? template : null
}

async function save(request: Request, ctx: Context, before: Template | null): Promise<Reply> {
  const typed = readTexts(request.raw)
  const again = (problems: TemplateView['problems']) =>
    showForm(request, ctx, { id: before?.id ?? null, typed, problems, preview: false }, 422)
  if (!request.form.ok) return again(sayProblems(request.frame, request.form.error, 'templates'))
  const template = toTemplate(before?.id ?? ctx.newId(), request.form.value)
  const saved = await editTemplate(ctx, before, template)
  if (saved.ok) {
    request.audit({ objectType: 'template', objectId: template.id, details: { name: template.name, language: template.language } })
    return redirect(paths.list, { notice: 'templates.saved' })
  }
  return saved.error === 'permission' ? refuse(403, 'permission') : again(sayEdit(request, saved.error))
}

/** How the typed words read, without keeping them. */
async function preview(request: Request, ctx: Context): Promise<Reply> {
  const typed = readTexts(request.raw)
  const id = readText(request.raw, 'id')
  const problems = sayTemplate(request, checkTemplate(readParts(typed)))
  const isWhole = Object.keys(problems).length === 0
  return showForm(request, ctx, { id: id === '' ? null : id, typed, problems, preview: true }, isWhole ? 200 : 422)
}

async function showList({ frame }: Request, ctx: Context): Promise<Reply> {
  const [all, offices, categories] = await Promise.all([listTemplates(ctx.tx), loadOffices(ctx.tx), loadCategories(ctx.tx)])
  const { t, locale } = frame.words
  const nameOf = (code: string): string =>
    categories.filter((each) => each.code === code).map((each) => nameCategory(each, locale))[0] ?? code
  return page(
    TemplatesPage({
      frame,
      lines: all.map(({ id, name, language, active, officeId, category }) => ({
        id,
        name,
        language: t(`ui.language.${language}`),
        active,
        office: officeId === null ? t('templates.everywhere') : (offices.find((office) => office.id === officeId)?.name ?? ''),
        category: category === null ? t('templates.every_category') : nameOf(category),
        editable: mayEdit(ctx.actor, officeId),
      })),
    }),
  )
}

const shared = { audience: 'officer', permission: 'template.administer' } as const
const blank: Typed = { active: 'yes', language: 'id' }

export const routes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.list,
    audit: { event: 'templates.listed', done: false },
    handler: (request, ctx) => showList(request as Request, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.add,
    audit: { event: 'templates.form_opened', done: false },
    handler: (request, ctx) => showForm(request as Request, ctx, { id: null, typed: blank, problems: {}, preview: false }),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.add,
    audit: { event: 'templates.saved', done: true },
    form: templateForm,
    handler: (request, ctx) => save(request as Request, ctx, null),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.preview,
    audit: { event: 'templates.previewed', done: false },
    handler: (request, ctx) => preview(request as Request, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.one,
    audit: { event: 'templates.form_opened', done: false },
    params: templateParams,
    handler: async (request, ctx) => {
      const template = await openTemplate(request as Request, ctx)
      if (template === null) return refuse(404, 'not_found')
      return showForm(request as Request, ctx, { id: template.id, typed: toTyped(template), problems: {}, preview: true })
    },
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.one,
    audit: { event: 'templates.saved', done: true },
    params: templateParams,
    form: templateForm,
    handler: async (request, ctx) => {
      const template = await openTemplate(request as Request, ctx)
      return template === null ? refuse(404, 'not_found') : save(request as Request, ctx, template)
    },
  }),
]
