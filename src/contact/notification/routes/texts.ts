import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { defineRoute, type FieldProblems, page, type Reply, type Route, redirect } from '../../../platform/http/route.ts'
import { type Problems, sayProblems } from '../../../ui/index.ts'
import { changeText, loadText, resetText } from '../actions.ts'
import { composeLetter } from '../composing.ts'
import { letterParams, textForm } from '../forms.ts'
import { TextPage } from '../pages/text-page.tsx'
import { TextsPage } from '../pages/texts-page.tsx'
import { listChangedTexts } from '../read.ts'
import { checkText, type Letter, type LetterLanguage, type LetterText, placeholders, type TextProblem } from '../rules.ts'
import { composeSampleValues } from '../samples.ts'
import { paths, textHref } from '../urls.ts'

type Place = { readonly letter: Letter; readonly language: LetterLanguage }

function composePreview(ctx: Context, { language }: Place, text: LetterText): { readonly subject: string; readonly text: string } {
  const words = ctx.words(language)
  return composeLetter(ctx, words, text, composeSampleValues(words, ctx.settings.publicUrl, ctx.now))
}

type Shown = { readonly frame: Frame; readonly ctx: Context; readonly place: Place; readonly text: LetterText }

async function showText({ frame, ctx, place, text }: Shown, problems: Problems, unsaved: boolean): Promise<Reply> {
  const { own } = await loadText(ctx, place.letter, place.language)
  const hasProblems = Object.keys(problems).length > 0
  const view = {
    ...place,
    text,
    own,
    placeholders: placeholders[place.letter],
    preview: hasProblems ? null : composePreview(ctx, place, text),
    unsaved,
  }
  return page(TextPage({ frame, view, problems }), { status: hasProblems ? 422 : 200 })
}

/** The first problem of each field; a person corrects them one after the other. */
function sayTextProblems(frame: Frame, found: readonly TextProblem[]): Problems {
  const said: Record<string, string> = {}
  for (const problem of found) {
    const values = 'name' in problem ? { name: `{${problem.name}}` } : undefined
    said[problem.field] ??= frame.words.t(`notification.text.problem.${problem.code}`, values)
  }
  return said
}

type Raw = Readonly<Record<string, string | readonly string[]>>

function readRaw(raw: Raw): LetterText {
  const text = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : '')
  return { subject: text(raw['subject']), body: text(raw['body']) }
}

function showFormProblems(shown: Omit<Shown, 'text'>, raw: Raw, codes: FieldProblems): Promise<Reply> {
  return showText({ ...shown, text: readRaw(raw) }, sayProblems(shown.frame, codes, 'notification.text'), true)
}

const guarded = { audience: 'officer', permission: 'text.administer' } as const

export const textRoutes: readonly Route[] = [
  defineRoute({
    ...guarded,
    method: 'GET',
    path: paths.texts,
    audit: { event: 'notification.texts_listed', done: false },
    handler: async ({ frame }, ctx) => page(TextsPage({ frame, view: { changed: await listChangedTexts(ctx.tx) } })),
  }),
  defineRoute({
    ...guarded,
    method: 'GET',
    path: paths.text,
    audit: { event: 'notification.text_opened', done: false },
    params: letterParams,
    handler: async ({ frame, params: place }, ctx) => {
      const { subject, body } = await loadText(ctx, place.letter, place.language)
      return showText({ frame, ctx, place, text: { subject, body } }, {}, false)
    },
  }),
  defineRoute({
    ...guarded,
    method: 'POST',
    path: paths.text,
    audit: { event: 'notification.text_changed', done: true },
    params: letterParams,
    form: textForm,
    handler: async ({ frame, params: place, form, raw, audit }, ctx) => {
      audit({ details: place })
      if (!form.ok) return showFormProblems({ frame, ctx, place }, raw, form.error)
      const changed = await changeText(ctx, place.letter, place.language, form.value)
      if (!changed.ok) return showText({ frame, ctx, place, text: form.value }, sayTextProblems(frame, changed.error), true)
      return redirect(textHref(place.letter, place.language), { notice: 'notification.text.saved' })
    },
  }),
  defineRoute({
    ...guarded,
    method: 'POST',
    path: paths.textPreview,
    audit: { event: 'notification.text_previewed', done: false },
    params: letterParams,
    form: textForm,
    handler: async ({ frame, params: place, form, raw }, ctx) => {
      if (!form.ok) return showFormProblems({ frame, ctx, place }, raw, form.error)
      return showText({ frame, ctx, place, text: form.value }, sayTextProblems(frame, checkText(place.letter, form.value)), true)
    },
  }),
  defineRoute({
    ...guarded,
    method: 'POST',
    path: paths.textReset,
    audit: { event: 'notification.text_reset', done: true },
    params: letterParams,
    handler: async ({ params: place, audit }, ctx) => {
      audit({ details: place })
      await resetText(ctx, place.letter, place.language)
      return redirect(textHref(place.letter, place.language), { notice: 'notification.text.was_reset' })
    },
  }),
]
