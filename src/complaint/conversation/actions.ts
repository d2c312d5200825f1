import type { Readable } from 'node:stream'
import type { Context } from '../../platform/context.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { changeInTime } from '../deadlines/index.ts'
import type { Outcome, PauseReason } from '../record/events.ts'
import { type ChangeProblem, type FileFacts, insertFiles, type LoadedTicket, loadFiles, loadStoredFile } from '../record/index.ts'
import { type MessageRow, type Note, readMessages, readNotes } from './read.ts'
import {
  type ActingOfficer,
  type AnswerParts,
  checkWords,
  findAnswerProblem,
  type IncompleteAnswer,
  planAnswer,
  planQuestion,
  planReply,
  type WordsProblem,
} from './rules.ts'
import { hasMessage, insertMessage, insertNote, type NewMessage } from './store.ts'

/** A file that passed the checks, was cleaned and lies in the file store. `sha256` is hexadecimal, `size` in bytes. */
export type KeptFile = {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly storeKey: string
}

export type Words = {
  readonly body: string
  readonly files?: readonly KeptFile[]
  /** Sending the same message twice under one key writes it once. */
  readonly key?: string | undefined
}
export type Answer = AnswerParts & { readonly outcome: Outcome }

export type WriteProblem = WordsProblem | ChangeProblem | 'conversation_ended'
export type OfficerProblem = WordsProblem | ChangeProblem | 'not_an_officer'
export type AnswerProblem = OfficerProblem | IncompleteAnswer

/** What was written, and the ticket as it stands after it. `repeated`: it was written before, under the same key. */
export type Written = { readonly messageId: string; readonly ticket: LoadedTicket; readonly repeated: boolean }

function findOfficer({ actor }: Pick<Context, 'actor'>): ActingOfficer | null {
  return actor.kind === 'officer' && actor.id !== null ? { id: actor.id, name: actor.name ?? '' } : null
}

/** The officer who acts, for what only an officer can have asked for. */
export function requireOfficer(ctx: Pick<Context, 'actor'>): ActingOfficer {
  const officer = findOfficer(ctx)
  if (officer === null) throw new Error('a verb of the console without an officer')
  return officer
}

async function keep(ctx: Context, message: Omit<NewMessage, 'at'>, files: readonly KeptFile[]): Promise<void> {
  await insertMessage(ctx.tx, { ...message, at: ctx.now })
  await insertFiles(
    ctx.tx,
    files.map(({ sha256, ...file }) => ({
      ...file,
      id: ctx.newId(),
      ticketId: message.ticketId,
      messageId: message.id,
      sha256: Buffer.from(sha256, 'hex'),
      at: ctx.now,
    })),
  )
}

/** The id that a key stands for: the same message of the same ticket gets the same one, and nobody can aim at another's. */
function findMessageId(ctx: Context, ticketId: string, key: string | undefined): string {
  if (key === undefined || key === '') return ctx.newId()
  const bytes = ctx.keyring.hmac('message-key', `${ticketId}:${key}`).subarray(0, 16)
  return bytes.toString('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5')
}

/** A message of the complainant. It ends the waiting for one, and opens an answered or closed ticket again. */
export async function writeAsComplainant(ctx: Context, ticketId: string, input: Words): Promise<Result<Written, WriteProblem>> {
  const files = input.files ?? []
  const words = checkWords(input.body, files.length)
  if (!words.ok) return words
  const messageId = findMessageId(ctx, ticketId, input.key)
  let isRepeated = false
  const changed = await changeInTime(ctx, ticketId, async ({ standing }) => {
    // Asked behind the lock of the ticket, so that of two equal messages sent at once one waits and then finds the other.
    isRepeated = input.key !== undefined && (await hasMessage(ctx.tx, messageId))
    return isRepeated ? ok([]) : planReply(standing, messageId, files.length)
  })
  if (!changed.ok || isRepeated) return changed.ok ? ok({ messageId, ticket: changed.value, repeated: true }) : changed
  const author = { authorKind: 'keyholder', authorId: null, authorName: null } as const
  await keep(ctx, { id: messageId, ticketId, ...author, kind: 'message', body: words.value, answer: null, language: ctx.locale }, files)
  return ok({ messageId, ticket: changed.value, repeated: false })
}

/** Asks the complainant; the ticket then waits for the reply, and its clock stands still for the reason given in `pause`. */
export async function askComplainant(
  ctx: Context,
  ticketId: string,
  input: Words & { readonly pause?: PauseReason },
): Promise<Result<Written, OfficerProblem>> {
  return writeAsOfficer(ctx, ticketId, { ...input, kind: 'question' })
}

/** Tells the complainant something; the ticket stays where it is. */
export async function writeToComplainant(ctx: Context, ticketId: string, input: Words): Promise<Result<Written, OfficerProblem>> {
  return writeAsOfficer(ctx, ticketId, { ...input, kind: 'message' })
}

async function writeAsOfficer(
  ctx: Context,
  ticketId: string,
  input: Words & { readonly kind: 'question' | 'message'; readonly pause?: PauseReason },
): Promise<Result<Written, OfficerProblem>> {
  const officer = findOfficer(ctx)
  if (officer === null) return err('not_an_officer')
  const files = input.files ?? []
  const words = checkWords(input.body, files.length)
  if (!words.ok) return words
  const messageId = ctx.newId()
  const changed = await changeInTime(ctx, ticketId, ({ standing }) =>
    input.kind === 'question'
      ? planQuestion(standing, officer, { messageId, pause: input.pause ?? 'question_to_complainant' })
      : ok([{ type: 'ticket.officer_wrote', payload: { messageId } }]),
  )
  if (!changed.ok) return changed
  const author = { authorKind: 'officer', authorId: officer.id, authorName: officer.name } as const
  await keep(ctx, { id: messageId, ticketId, ...author, kind: input.kind, body: words.value, answer: null, language: ctx.locale }, files)
  return ok({ messageId, ticket: changed.value, repeated: false })
}

function trimParts({ finding, action, remedy, nextStep }: AnswerParts): AnswerParts {
  return { finding: finding.trim(), action: action.trim(), remedy: remedy.trim(), nextStep: nextStep.trim() }
}

/** Whose answer it is, and in which language their page was, where another officer's approval sends it. */
type Author = ActingOfficer & { readonly language: string }

/** Answers with finding, action, remedy where one is owed, and next step, passing the steps an answer implies. */
export async function answerTicket(
  ctx: Context,
  ticketId: string,
  input: Answer,
  author: Author | null = null,
): Promise<Result<Written, AnswerProblem>> {
  const acting = findOfficer(ctx)
  if (acting === null) return err('not_an_officer')
  const officer = author ?? acting
  const language = author?.language ?? ctx.locale
  const parts = trimParts(input)
  const problem = findAnswerProblem({ ...parts, outcome: input.outcome })
  if (problem !== null) return err(problem)
  const messageId = ctx.newId()
  const changed = await changeInTime(ctx, ticketId, ({ standing }) => planAnswer(standing, officer, { messageId, outcome: input.outcome }))
  if (!changed.ok) return changed
  const by = { authorKind: 'officer', authorId: officer.id, authorName: officer.name } as const
  await keep(ctx, { id: messageId, ticketId, ...by, kind: 'answer', body: '', answer: parts, language }, [])
  return ok({ messageId, ticket: changed.value, repeated: false })
}

/** Notes something for officers alone. */
export async function addNote(
  ctx: Context,
  ticketId: string,
  input: { readonly body: string },
): Promise<Result<{ readonly noteId: string }, OfficerProblem>> {
  const officer = findOfficer(ctx)
  if (officer === null) return err('not_an_officer')
  const words = checkWords(input.body)
  if (!words.ok) return words
  const noteId = ctx.newId()
  const changed = await changeInTime<never>(ctx, ticketId, () => ok([{ type: 'ticket.noted', payload: { noteId } }]))
  if (!changed.ok) return changed
  await insertNote(ctx.tx, { id: noteId, ticketId, at: ctx.now, officerId: officer.id, officerName: officer.name, body: words.value })
  return ok({ noteId })
}

export type Message = MessageRow & { readonly files: readonly FileFacts[] }
/** `reportFiles` came with the report itself. */
export type Thread = { readonly messages: readonly Message[]; readonly reportFiles: readonly FileFacts[] }

/** The conversation with its files, oldest first. Whoever is no officer gets no officer's name. `known`: all files of the ticket, when the caller asks for them itself. */
export async function loadThread(ctx: Context, ticketId: string, known?: Promise<readonly FileFacts[]>): Promise<Thread> {
  const [messages, files] = await Promise.all([readMessages(ctx.tx, ticketId), known ?? loadFiles(ctx.tx, ticketId)])
  const namesAreShown = ctx.actor.kind === 'officer' || ctx.actor.kind === 'system'
  return {
    reportFiles: files.filter(({ messageId }) => messageId === null),
    messages: messages.map((message) => ({
      ...message,
      ...(namesAreShown ? {} : { officerId: null, officerName: null }),
      files: files.filter(({ messageId }) => messageId === message.id),
    })),
  }
}

/** Internal notes, oldest first; none for a complainant, whatever is asked. */
export async function loadNotes(ctx: Context, ticketId: string): Promise<readonly Note[]> {
  return readNotes(ctx.tx, ticketId)
}

/** One file of this ticket, to be sent on. `file_missing` also when it belongs to another ticket or the actor may not see it. */
export async function openFile(
  ctx: Context,
  ticketId: string,
  fileId: string,
): Promise<Result<FileFacts & { readonly stream: Readable }, 'file_missing'>> {
  const found = await loadStoredFile(ctx.tx, ticketId, fileId)
  if (found === null) return err('file_missing')
  const { storeKey, ...facts } = found
  const opened = await ctx.files.open(storeKey)
  return opened.ok ? ok({ ...facts, stream: opened.value.stream, size: opened.value.size }) : opened
}
