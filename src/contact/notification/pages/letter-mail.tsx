import type { ComponentChildren, VNode } from 'preact'
import type { Words } from '../../../platform/i18n.ts'
import type { Block, Piece } from '../rules.ts'

/*
 * Set once in the head instead of on every element; a program that drops it still shows paragraphs, quotations and lists
 * in their order. No picture, no font and no address but our own: opening a letter tells nobody anything.
 */
const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #f4f5f8; color: #1b2333; font-family: Arial, Helvetica, sans-serif; font-size: 16px; line-height: 1.5; }
.letter { max-width: 600px; margin: 0 auto; padding: 24px 20px; background: #ffffff; border-top: 6px solid #14284b; }
.sender { margin: 0 0 20px; font-weight: bold; color: #14284b; }
h1 { margin: 0 0 16px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 16px; }
a { color: #1d4f91; }
blockquote { margin: 0 0 16px; padding: 8px 16px; border-inline-start: 4px solid #c99a2e; background: #faf7ef; }
h2 { margin: 0 0 4px; font-size: 16px; }
ul { margin: 0 0 16px; padding-inline-start: 24px; }
p.note { font-size: 14px; color: #4a5468; }
.footer { margin-top: 24px; padding-top: 12px; border-top: 1px solid #c9ced8; font-size: 14px; color: #4a5468; }
@media (prefers-color-scheme: dark) {
  body { background: #10151f; color: #e8ebf1; }
  .letter { background: #1a2130; border-top-color: #c99a2e; }
  .sender { color: #e8ebf1; }
  a { color: #9cc3f5; }
  blockquote { background: #232c3d; }
  p.note, .footer { color: #b4bccb; }
  .footer { border-top-color: #3a455a; }
}`

function Lines({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {line}
        </>
      ))}
    </>
  )
}

function PieceView({ piece }: { readonly piece: Piece }): VNode {
  return piece.kind === 'text' ? <Lines text={piece.text} /> : <a href={piece.href}>{piece.href}</a>
}

/** Words as somebody typed them; their direction is their own, not the letter's. */
function Quotation({ text }: { readonly text: string }): VNode {
  return (
    <blockquote dir="auto">
      <Lines text={text} />
    </blockquote>
  )
}

function Note({ text }: { readonly text: string | null }): VNode | null {
  return text === null ? null : <p class="note">{text}</p>
}

function BlockView({ block }: { readonly block: Block }): VNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {block.pieces.map((piece, index) => (
            <PieceView key={index} piece={piece} />
          ))}
        </p>
      )
    case 'quote':
      return (
        <>
          <Quotation text={block.text} />
          <Note text={block.note} />
        </>
      )
    case 'list':
      return (
        <>
          <p>{block.lead}</p>
          <ul>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )
    case 'facts':
      return (
        <>
          {block.facts.map(({ label, text }) => (
            <div key={label}>
              <h2>{label}</h2>
              <Quotation text={text} />
            </div>
          ))}
          <Note text={block.note} />
        </>
      )
  }
}

function MailDocument({
  words,
  subject,
  children,
}: {
  readonly words: Words
  readonly subject: string
  readonly children: ComponentChildren
}): VNode {
  return (
    <html lang={words.locale} dir={words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        {/* A constant of ours; escaped, its quotation marks would spoil it. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{children}</body>
    </html>
  )
}

export type LetterMailProps = {
  readonly words: Words
  readonly subject: string
  readonly blocks: readonly Block[]
  readonly footer: readonly string[]
  readonly homeHref: string
}

/** The HTML form of a letter, for mail programs. */
export function LetterMail({ words, subject, blocks, footer, homeHref }: LetterMailProps): VNode {
  return (
    <MailDocument words={words} subject={subject}>
      <div class="letter" lang={words.locale} dir={words.dir}>
        <p class="sender">{words.t('notification.sender')}</p>
        <h1>{subject}</h1>
        {blocks.map((block, index) => (
          <BlockView key={index} block={block} />
        ))}
        <div class="footer">
          {footer.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            <a href={homeHref}>{homeHref}</a>
          </p>
        </div>
      </div>
    </MailDocument>
  )
}
