import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type AdministratorProblem, createAdministrator } from '../../access/accounts/index.ts'
import { looksLikeEmail } from '../../access/confidentiality/rules.ts'
import { record } from '../../audit/trail/index.ts'
import { asCommand, say, withService } from './session.ts'

type Options = { readonly email?: string; readonly name?: string }

/** Ctrl-D and Ctrl-C close the lines without an answer, and a question alone would then wait for ever. */
function question(lines: Interface, words: string): Promise<string> {
  return new Promise((settle, refuse) => {
    lines.once('close', () => refuse(new Error('no answer was given; nothing was made')))
    lines.question(words).then(settle, refuse)
  })
}

/** Asks without showing what is typed. */
async function askPassword(words: string): Promise<string> {
  process.stdout.write(words)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const answer = await question(lines, '')
  lines.close()
  process.stdout.write('\n')
  return answer
}

async function ask(words: string, option: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`${option} is needed where there is no terminal to ask on`)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await question(lines, words)
  lines.close()
  return answer.trim()
}

/** The password never stands on the command line, where other users of the machine could read it. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '')
  const first = await askPassword('Password (at least 15 characters): ')
  if ((await askPassword('Once more: ')) !== first) throw new Error('the two passwords differ')
  return first
}

/** One sentence for each: a reason that is added below and not here does not pass the type checker. */
const reasons: Readonly<Record<AdministratorProblem, string>> = {
  office_missing: 'the central unit is not in the register; start the service once first',
  email_taken: 'somebody has that e-mail address already',
  too_short: 'the password is shorter than 15 characters',
  too_short_administrator: 'the password is shorter than 15 characters',
  too_long: 'the password is longer than 1,000 characters',
  holds_name: 'the password holds a part of the name',
  holds_email: 'the password holds a part of the e-mail address',
  holds_site: "the password holds a part of the site's address",
  used_before: 'the password was used before',
  common: 'the password is too easy to guess; take a few unrelated words',
}

/** Makes an administrator. Without a terminal the password is read from standard input. */
export async function createAdmin(options: Options): Promise<void> {
  const email = options.email ?? (await ask('E-mail: ', '--email'))
  const name = options.name ?? (await ask('Name: ', '--name'))
  if (!looksLikeEmail(email)) throw new Error(`'${email}' is no e-mail address`)
  if (name.trim() === '') throw new Error('a name is needed: the trail says by it who did what')
  const password = await readPassword()
  await withService(async ({ services }) => {
    await asCommand(services, 'create-admin', async (ctx) => {
      const created = await createAdministrator(ctx, { email, name, password })
      if (!created.ok) throw new Error(`not made: ${reasons[created.error]}`)
      await record(ctx, { event: 'officer.created', details: { role: 'administrator', by: 'command line' } })
    })
    say('The administrator can sign in at /petugas/masuk.')
  })
}
