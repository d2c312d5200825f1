import type { Context } from '../../platform/context.ts'
import { renderDocument } from '../../platform/html.ts'
import type { Words } from '../../platform/i18n.ts'
import { LetterMail } from './pages/letter-mail.tsx'
import { fill, type LetterText, type LetterValues, toPlainText } from './rules.ts'

export type ComposedLetter = { readonly subject: string; readonly text: string; readonly html: string }

/** Fills a letter's text and frames it, as plain text and as HTML. `words` are in the language of the letter. */
export function composeLetter(ctx: Pick<Context, 'settings'>, words: Words, text: LetterText, values: LetterValues): ComposedLetter {
  const { subject, blocks } = fill(text, values)
  const footer = [words.t('notification.footer.automatic'), words.t('notification.footer.code')]
  return {
    subject,
    text: `${toPlainText(blocks)}\n\n-- \n${[words.t('notification.sender'), ...footer].join('\n')}\n`,
    html: renderDocument(LetterMail({ words, subject, blocks, footer, homeHref: ctx.settings.publicUrl })),
  }
}
