import { defang } from './defang.ts'
import { type LetterText, splitParagraphs } from './letters.ts'

/** A piece of a sentence: words, or an address of our own that may be followed. */
export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'link'; readonly href: string }

/** A paragraph of a letter. Words of a person are only ever in `quote` and `facts`, already defanged; `note` is ours and stands below them. */
export type Block =
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'quote'; readonly text: string; readonly note: string | null }
  | { readonly kind: 'list'; readonly lead: string; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly note: string | null }
export type Fact = { readonly label: string; readonly text: string }

/** What stands for a placeholder. `null` leaves its paragraph out. */
export type Value = string | { readonly href: string } | Block | null
export type LetterValues = Readonly<Record<string, Value>>

/** Words of a person as a paragraph of their own; nothing when there are none. `note` stands below if an address in them was spoilt. */
export function quote(text: string, note: string): Block | null {
  const safe = defang(text.trim())
  return safe === '' ? null : { kind: 'quote', text: safe, note: safe === text.trim() ? null : note }
}

/** Words of a person by their headings, without those that are empty. */
export function quoteFacts(facts: readonly Fact[], note: string): Block {
  const given = facts.map(({ label, text }) => ({ label, text: text.trim() })).filter(({ text }) => text !== '')
  const safe = given.map(({ label, text }) => ({ label, text: defang(text) }))
  return { kind: 'facts', facts: safe, note: safe.some(({ text }, index) => text !== given[index]?.text) ? note : null }
}

function isBlock(value: Value | undefined): value is Block {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function toPiece(part: string, values: LetterValues): Piece {
  const name = /^\{([a-z_]+)\}$/.exec(part)?.[1]
  const value = name === undefined ? part : values[name]
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'object' && value !== null && 'href' in value) return { kind: 'link', href: value.href }
  return { kind: 'text', text: '' }
}

function fillParagraph(paragraph: string, values: LetterValues): readonly Block[] {
  const alone = /^\{([a-z_]+)\}$/.exec(paragraph)?.[1]
  const value = alone === undefined ? undefined : values[alone]
  if (value === null) return []
  if (isBlock(value)) return [value]
  const parts = paragraph.split(/(\{[a-z_]+\})/).filter((part) => part !== '')
  return [{ kind: 'paragraph', pieces: parts.map((part) => toPiece(part, values)) }]
}

/** The letter with everything in its place. The subject is one line, whatever the values hold. */
export function fill(text: LetterText, values: LetterValues): { readonly subject: string; readonly blocks: readonly Block[] } {
  const subject = text.subject.split(/(\{[a-z_]+\})/).map((part) => toPiece(part, values))
  return {
    subject: subject
      .map((piece) => (piece.kind === 'text' ? piece.text : piece.href))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    blocks: splitParagraphs(text.body).flatMap((paragraph) => fillParagraph(paragraph, values)),
  }
}

function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function join(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('\n\n')
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.href)).join('')
    case 'quote':
      return join(quoteLines(block.text), block.note)
    case 'list':
      return [block.lead, ...block.items.map((item) => `- ${item}`)].join('\n')
    case 'facts':
      return join(...block.facts.map(({ label, text }) => `${label}\n${quoteLines(text)}`), block.note)
  }
}

/** The text form of a letter: paragraphs parted by empty lines, a person's words behind `>`. */
export function toPlainText(blocks: readonly Block[]): string {
  return join(...blocks.map(blockToText))
}
