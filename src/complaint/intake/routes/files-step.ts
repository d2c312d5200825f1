import type { Context } from '../../../platform/context.ts'
import { maxFileBytes } from '../../../platform/files/index.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import type { Words } from '../../../platform/i18n.ts'
import { countOne, type Limit } from '../../../platform/limits.ts'
import { ok } from '../../../platform/result.ts'
import { storeDraft } from '../actions/draft.ts'
import { type Attached, attachFiles, detachFile, type RefusedFile } from '../actions/files.ts'
import { filesForm } from '../forms.ts'
import { FilesPage } from '../pages/files-page.tsx'
import { loadOffer, type Offer } from '../read.ts'
import { answerStep, type Draft, type DraftFile, findNext, limits } from '../rules.ts'
import { stepUrls } from '../urls.ts'
import { composeUrl, isReply, keepCookie, type Opened, openDraft, replyWait } from './door.ts'
import { changeLanguage, defineStep, type StepConfig, showStep } from './engine.ts'
import { composeView } from './view.ts'

/** Thirty uploads a report (acceptance B5), times the reports an address may send in an hour, and room for wrong ones. */
const uploadsPerAddress: Limit = { name: 'intake-upload', most: 600, minutes: 60 }

export function sayFile({ t, number }: Words, { type, size }: Pick<DraftFile, 'type' | 'size'>): string {
  const kind = type === 'application/pdf' ? 'PDF' : type.replace('image/', '').replace('jpeg', 'jpg').toUpperCase()
  const bytes =
    size >= 1_000_000
      ? t('ui.size.mb', { size: number(Math.round(size / 100_000) / 10) })
      : t('ui.size.kb', { size: number(Math.max(1, Math.round(size / 1000))) })
  return `${kind}, ${bytes}`
}

function listFiles(words: Words, { files }: Draft) {
  return files.map(({ id, name, type, size }) => ({ id, name, facts: sayFile(words, { type, size }), image: type.startsWith('image/') }))
}

export function sayRefusal({ t }: Words, { name, problem }: RefusedFile): string {
  return t(`intake.file.${problem}`, { name })
}

export const filesStep: StepConfig = defineStep({
  step: 'files',
  form: filesForm,
  toFields: () => ({}),
  read: () => ok({}),
  render: ({ view, draft }) => FilesPage({ view, files: listFiles(view.frame.words, draft), refused: [] }),
})

type FilesForm = { readonly remove?: string; readonly stay: boolean }

async function countUploads(request: Pick<RouteRequest, 'frame' | 'address'>, ctx: Context, count: number): Promise<Reply | null> {
  for (let file = 0; file < count; file += 1) {
    const { over, retryAfterSeconds } = await countOne(ctx, uploadsPerAddress, request.address)
    if (over) return replyWait(request, retryAfterSeconds, stepUrls.files)
  }
  return null
}

/** Takes out what is to go and adds what came, whatever button was pressed. */
async function exchangeFiles(request: RouteRequest, ctx: Context, opened: Opened, remove: string | undefined): Promise<Attached> {
  const thinned = remove === undefined ? opened.draft : await detachFile(ctx, opened.draft, remove)
  // The row of the draft comes first: rows of its files refer to it.
  await storeDraft(ctx, opened.token, thinned)
  const attached = await attachFiles(ctx, opened.token, thinned, request.files)
  request.claim(attached.storeKeys)
  return attached
}

/** The screen again with what was refused. The good files of the same post stay: it is a problem, and its transaction is kept. */
function showRefused(request: RouteRequest, offer: Offer, opened: Opened, refused: readonly RefusedFile[]): Reply {
  const { draft, news, token } = opened
  const { words } = request.frame
  const view = composeView(request, 'files', { draft, offer, news, begun: true })
  const node = FilesPage({ view, files: listFiles(words, draft), refused: refused.map((one) => sayRefusal(words, one)) })
  return page(node, { status: 422, keep: true, cookies: [keepCookie(token)] })
}

/** Uploads, takes out, or goes on. */
async function takeFiles(request: RouteRequest, ctx: Context): Promise<Reply> {
  const opened = await openDraft(request, ctx, 'files')
  if (isReply(opened)) return opened
  const form: FilesForm = request.form.ok ? (request.form.value as FilesForm) : { stay: true }
  const { draft, refused } = await exchangeFiles(request, ctx, opened, form.remove)
  const language = await changeLanguage(filesStep, request, ctx, { ...opened, draft })
  if (language !== null) return language
  const offer = await loadOffer(ctx, { offices: false })
  const stays = refused.length > 0 || form.stay || form.remove !== undefined
  const answered: Draft = stays ? { ...draft, pending: null, dropped: [] } : answerStep(draft, 'files', {}, offer.categories)
  await storeDraft(ctx, opened.token, answered)
  if (refused.length > 0) return showRefused(request, offer, { ...opened, draft: answered }, refused)
  const next = stays ? 'files' : findNext('files', answered, offer.categories)
  return redirect(composeUrl(next, opened.news), { cookies: [keepCookie(opened.token)] })
}

const shared = { path: stepUrls.files, audience: 'visitor', permission: 'public', audit: { event: 'intake.files', done: false } } as const

export const filesRoutes: readonly Route[] = [
  defineRoute({ ...shared, method: 'GET', handler: (request, ctx) => showStep(filesStep, request as RouteRequest, ctx) }),
  defineRoute({
    ...shared,
    method: 'POST',
    freshVisit: true,
    form: filesForm,
    upload: { most: limits.files, maxBytes: maxFileBytes, admit: countUploads },
    handler: (request, ctx) => takeFiles(request, ctx),
  }),
]
