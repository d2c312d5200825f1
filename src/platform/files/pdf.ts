import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '../result.ts'
import { createGate } from './gate.ts'
import type { PdfVerb } from './pdf-process.ts'
import { type FileProblem, fileProblems, maxFileBytes } from './types.ts'

const timeLimit = 15_000
/** A rewritten file is about as long as before; one that grows beyond this was built to. */
const maxOutput = 4 * maxFileBytes
const enter = createGate(2)

/** Beside this file, as source or as the built file of the same name. Without this look, a build that forgot it would call every PDF damaged. */
function findProgram(): string {
  const path = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './pdf-process.ts' : './pdf-process.js', import.meta.url))
  if (!existsSync(path)) throw new Error(`the build lacks ${path}`)
  return path
}

export async function checkPdf(bytes: Uint8Array): Promise<FileProblem | null> {
  const answer = await enter(() => runProgram('check', bytes))
  return answer.ok ? null : answer.error
}

/** A new PDF written from the parts the pages need: earlier revisions, document information, XMP and the EXIF of pictures in it are gone. */
export async function cleanPdf(bytes: Uint8Array): Promise<Result<Buffer, FileProblem>> {
  return enter(() => runProgram('clean', bytes))
}

/** A PDF of plain HTML that is ours: no script, no picture, nothing fetched. */
export async function composePdf(html: string): Promise<Result<Buffer, FileProblem>> {
  return enter(() => runProgram('compose', Buffer.from(html)))
}

/**
 * A process of its own for each file, because files may be made to break their reader: one that runs for ever is killed, one that eats
 * memory takes only itself down (a thread took the whole service along), and what the reader writes about the content goes nowhere.
 */
function runProgram(verb: PdfVerb, bytes: Uint8Array): Promise<Result<Buffer, FileProblem>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--permission', '--allow-fs-read=*', '--max-old-space-size=256', findProgram(), verb], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
      timeout: timeLimit,
      killSignal: 'SIGKILL',
    })
    const pieces: Buffer[] = []
    let length = 0
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > maxOutput) child.kill('SIGKILL')
      else pieces.push(piece)
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0 ? readAnswer(Buffer.concat(pieces)) : err('file_unreadable')))
    // A child that died early closes its input; what that means is decided at 'close'.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}

function readAnswer(output: Buffer): Result<Buffer, FileProblem> {
  const lineEnd = output.indexOf('\n')
  if (lineEnd < 0) return err('file_unreadable')
  const { problem } = JSON.parse(output.toString('utf8', 0, lineEnd)) as { readonly problem: unknown }
  if (problem === null) return ok(output.subarray(lineEnd + 1))
  return err(fileProblems.find((known) => known === problem) ?? 'file_unreadable')
}
