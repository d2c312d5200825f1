import { hashPassword } from '../src/access/accounts/actions/hashing.ts'
import { savePassword } from '../src/access/accounts/store/officers.ts'
import { type Answer, Client } from './client.ts'
import { addOfficer, type TestOfficer, type TestService } from './service.ts'

export const testPassword = 'gerobak-lapangan-9-taman'
let hashed: Promise<string> | undefined

export type SigningOfficer = TestOfficer & { readonly email: string }

/** An officer who can sign in with `testPassword`; the hash is made once a run. */
export async function addSigningOfficer(
  service: TestService,
  assignments: readonly { role: string; officeId: string }[],
  name = 'Demo Petugas',
): Promise<SigningOfficer> {
  const officer = await addOfficer(service, assignments, name)
  hashed ??= hashPassword(testPassword)
  const hash = await hashed
  await service.as(null, (ctx) => savePassword(ctx.tx, officer.id, { hash, at: ctx.now }, 5))
  return { ...officer, email: `${officer.id}@demo.test` }
}

export type Way = { readonly password?: string; readonly agent?: string; readonly headers?: Readonly<Record<string, string>> }

/** Sends the sign-in form as a browser at an address would. */
export async function postSignIn(client: Client, email: string, way: Way = {}): Promise<Answer> {
  const headers = { 'user-agent': way.agent ?? firefox, ...way.headers }
  await client.get('/petugas/masuk', headers)
  return client.post('/petugas/masuk', { email, password: way.password ?? testPassword }, headers)
}

export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'

export async function signInAs(service: TestService, officer: SigningOfficer): Promise<Client> {
  const client = new Client(service.app)
  const answer = await postSignIn(client, officer.email)
  if (answer.status !== 303) throw new Error(`could not sign in: ${answer.status}`)
  return client
}
