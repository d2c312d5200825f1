/** Every letter that goes out: to complainants, to somebody of another body, and from `attempt` on to officers. */
export const letters = [
  'receipt',
  'question',
  'message',
  'answer',
  'review',
  'final',
  'moved',
  'handed_over',
  'taken_on',
  'given_back',
  'unacknowledged',
  'kept',
  'extended',
  'archived',
  'split',
  'rejoined',
  'closed',
  'withdrawn',
  'news',
  'treatment',
  'recovery',
  'share',
  'attempt',
  'mention',
  'contribution',
  'late',
] as const
export type Letter = (typeof letters)[number]

/** Languages in which the letters are written. */
export const letterLanguages = ['id', 'en'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

function isLetterLanguage(value: unknown): value is LetterLanguage {
  return typeof value === 'string' && (letterLanguages as readonly string[]).includes(value)
}

/** The language the complainant chose, as far as letters are written in it; else that of the law. */
export function chooseLanguage(ticketLanguage: string): LetterLanguage {
  return isLetterLanguage(ticketLanguage) ? ticketLanguage : 'id'
}

/** `inline` stands inside a sentence; `block` is a paragraph of its own: a quotation, a list, the parts of an answer. */
export type PlaceholderKind = 'inline' | 'block'
export type Placeholder = { readonly name: string; readonly kind: PlaceholderKind; readonly required: boolean }

const number: Placeholder = { name: 'number', kind: 'inline', required: true }
const link: Placeholder = { name: 'link', kind: 'inline', required: true }
/** A body outside this service. */
const body: Placeholder = { name: 'body', kind: 'inline', required: true }
/** Of the other side of a split. */
const other: Placeholder = { name: 'other', kind: 'inline', required: true }
const reason: Placeholder = { name: 'reason', kind: 'inline', required: true }

function block(name: string, required: boolean): Placeholder {
  return { name, kind: 'block', required }
}

/** What each letter can say of the case, and what it must not leave out: without number or link nobody finds their report again. */
export const placeholders: Readonly<Record<Letter, readonly Placeholder[]>> = {
  receipt: [number, { name: 'received', kind: 'inline', required: false }, block('promises', true), link],
  question: [number, block('words', true), link],
  message: [number, block('words', true), link],
  answer: [number, block('answer', true), link],
  review: [number, { name: 'office', kind: 'inline', required: true }, { name: 'due', kind: 'inline', required: true }, link],
  final: [number, block('answer', true), link],
  moved: [number, { name: 'office', kind: 'inline', required: true }, link],
  handed_over: [number, body, block('waiting', true), link],
  taken_on: [number, body, block('reference', true), link],
  given_back: [number, body, block('words', true), link],
  unacknowledged: [number, body, link],
  kept: [number, body, link],
  extended: [number, reason, { name: 'due', kind: 'inline', required: true }, block('words', true), link],
  archived: [number, reason, block('words', true), link],
  split: [number, other, link],
  rejoined: [number, other, link],
  closed: [number, reason, block('words', true), link],
  withdrawn: [number, { ...link, required: false }],
  news: [number, link],
  // As neutral as any survey: who reads the mailbox does not learn that staff was complained of.
  treatment: [number, link],
  late: [
    number,
    { name: 'office', kind: 'inline', required: true },
    { name: 'due', kind: 'inline', required: true },
    { ...link, required: false },
  ],
  recovery: [number, link, { name: 'minutes', kind: 'inline', required: true }],
  share: [body, { name: 'office', kind: 'inline', required: true }, { name: 'until', kind: 'inline', required: true }, link],
  // A mailbox is read by others: that there was one, and where it can be looked at.
  attempt: [link],
  mention: [link],
  contribution: [link],
}

export type LetterText = { readonly subject: string; readonly body: string }

export const longestSubject = 150
export const longestBody = 5000

/**
 * What is wrong with a text an administrator wrote; `name` is the placeholder at fault.
 * - `unknown`: this letter knows no such placeholder, so it would be sent as it stands
 * - `missing`: the letter would not say what it is for
 * - `misplaced`: a block inside a sentence, or any block in a subject
 * - `brace`: a brace that belongs to no placeholder
 */
export type TextProblem =
  | { readonly field: keyof LetterText; readonly code: 'unknown' | 'missing' | 'misplaced'; readonly name: string }
  | { readonly field: keyof LetterText; readonly code: 'brace' }

const placeholderPattern = /\{([a-z_]+)\}/g

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(placeholderPattern)].map((match) => match[1] ?? '')
}

function checkField(field: keyof LetterText, text: string, known: readonly Placeholder[]): readonly TextProblem[] {
  const unknown = namesIn(text).filter((name) => !known.some((placeholder) => placeholder.name === name))
  const problems: TextProblem[] = unknown.map((name) => ({ field, code: 'unknown', name }))
  if (/[{}]/.test(text.replace(placeholderPattern, ''))) problems.push({ field, code: 'brace' })
  return problems
}

function findMisplaced(text: LetterText, known: readonly Placeholder[]): readonly TextProblem[] {
  const blocks = known.filter(({ kind }) => kind === 'block').map(({ name }) => name)
  const inSubject = namesIn(text.subject).filter((name) => blocks.includes(name))
  const paragraphs = splitParagraphs(text.body)
  const inSentences = blocks.filter((name) => paragraphs.some((paragraph) => paragraph !== `{${name}}` && paragraph.includes(`{${name}}`)))
  return [
    ...inSubject.map((name) => ({ field: 'subject', code: 'misplaced', name }) as const),
    ...inSentences.map((name) => ({ field: 'body', code: 'misplaced', name }) as const),
  ]
}

/** All problems of a text; empty when it can be sent. */
export function checkText(letter: Letter, text: LetterText): readonly TextProblem[] {
  const known = placeholders[letter]
  const body = namesIn(text.body)
  const missing = known.filter(({ name, required }) => required && !body.includes(name))
  return [
    ...checkField('subject', text.subject, known),
    ...checkField('body', text.body, known),
    ...findMisplaced(text, known),
    ...missing.map(({ name }) => ({ field: 'body', code: 'missing', name }) as const),
  ]
}

/** Paragraphs are parted by empty lines. */
export function splitParagraphs(body: string): readonly string[] {
  return body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
