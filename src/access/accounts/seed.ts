import type { Context } from '../../platform/context.ts'
import { hashPassword } from './actions/hashing.ts'
import { createOfficer } from './actions/officers.ts'
import { rememberedPasswords } from './rules/passwords.ts'
import type { Role } from './rules/roles.ts'
import { replaceRoles, savePassword } from './store/officers.ts'
import { loadOfficeByCode } from './store/offices.ts'

/** Everybody can read it here: these accounts are refused where the service runs in production. */
export const demoPassword = 'payung-ungu-lampu-77'

type DemoOfficer = { readonly mailbox: string; readonly name: string; readonly role: Role; readonly office: string }

/** One for each role, printed at every start. */
const shown: readonly DemoOfficer[] = [
  { mailbox: 'intake', name: 'Demo Ayu Penerima', role: 'intake', office: 'KANIM-JAKARTA-SELATAN' },
  { mailbox: 'handler', name: 'Demo Bima Penangan', role: 'handler', office: 'KANIM-JAKARTA-SELATAN' },
  { mailbox: 'manager', name: 'Demo Citra Pengelola', role: 'manager', office: 'KANIM-JAKARTA-SELATAN' },
  { mailbox: 'compliance', name: 'Demo Dian Kepatuhan', role: 'compliance', office: 'PATNAL' },
  { mailbox: 'administrator', name: 'Demo Endah Administrator', role: 'administrator', office: 'DITJEN' },
  { mailbox: 'auditor', name: 'Demo Fajar Auditor', role: 'auditor', office: 'DITJEN' },
]

/** Colleagues, so that work can be shared and moved. */
const others: readonly DemoOfficer[] = [
  { mailbox: 'handler2.jaksel', name: 'Demo Galih Penangan', role: 'handler', office: 'KANIM-JAKARTA-SELATAN' },
  { mailbox: 'handler3.jaksel', name: 'Demo Hana Penangan', role: 'handler', office: 'KANIM-JAKARTA-SELATAN' },
  { mailbox: 'handler.soetta', name: 'Demo Indra Penangan', role: 'handler', office: 'KANIM-SOEKARNO-HATTA' },
  { mailbox: 'manager.soetta', name: 'Demo Juwita Pengelola', role: 'manager', office: 'KANIM-SOEKARNO-HATTA' },
  { mailbox: 'handler.surabaya', name: 'Demo Krisna Penangan', role: 'handler', office: 'KANIM-SURABAYA' },
  { mailbox: 'manager.surabaya', name: 'Demo Laras Pengelola', role: 'manager', office: 'KANIM-SURABAYA' },
  { mailbox: 'handler.denpasar', name: 'Demo Made Penangan', role: 'handler', office: 'KANIM-DENPASAR' },
  { mailbox: 'manager.denpasar', name: 'Demo Nyoman Pengelola', role: 'manager', office: 'KANIM-DENPASAR' },
  { mailbox: 'handler.medan', name: 'Demo Oki Penangan', role: 'handler', office: 'KANIM-MEDAN' },
  { mailbox: 'handler.batam', name: 'Demo Prita Penangan', role: 'handler', office: 'KANIM-BATAM' },
  { mailbox: 'handler.makassar', name: 'Demo Rahmat Penangan', role: 'handler', office: 'KANIM-MAKASSAR' },
  { mailbox: 'intake.contact', name: 'Demo Sekar Penerima', role: 'intake', office: 'CONTACT' },
  { mailbox: 'handler.contact', name: 'Demo Teguh Penangan', role: 'handler', office: 'CONTACT' },
  { mailbox: 'handler.bandung', name: 'Demo Vino Penangan', role: 'handler', office: 'KANIM-BANDUNG' },
  { mailbox: 'handler.malang', name: 'Demo Wulan Penangan', role: 'handler', office: 'KANIM-MALANG' },
  { mailbox: 'handler.bitung', name: 'Demo Yanti Penangan', role: 'handler', office: 'KANIM-BITUNG' },
  { mailbox: 'handler.kupang', name: 'Demo Zaki Penangan', role: 'handler', office: 'KANIM-KUPANG' },
  { mailbox: 'handler.ditjen', name: 'Demo Abimanyu Penangan', role: 'handler', office: 'DITJEN' },
  { mailbox: 'manager.ditjen', name: 'Demo Bunga Pengelola', role: 'manager', office: 'DITJEN' },
  { mailbox: 'compliance2', name: 'Demo Utari Kepatuhan', role: 'compliance', office: 'PATNAL' },
]

function emailOf({ mailbox }: DemoOfficer): string {
  return `${mailbox}@demo.example`
}

async function seedOne(ctx: Context, officer: DemoOfficer, hash: string): Promise<void> {
  const office = await loadOfficeByCode(ctx.tx, officer.office)
  if (office === null) throw new Error(`the demo needs the unit ${officer.office}`)
  const created = await createOfficer(ctx, { name: officer.name, email: emailOf(officer), language: 'id', demo: true })
  // Somebody with that address is there already: an earlier start made them.
  if (!created.ok) return
  await replaceRoles(ctx.tx, created.value.id, [{ role: officer.role, officeId: office.id }])
  await savePassword(ctx.tx, created.value.id, { hash, at: ctx.now }, rememberedPasswords)
}

/** Makes the demo's officers if they are not there. One hash serves all: their password is public anyway. */
export async function seedDemoOfficers(ctx: Context): Promise<void> {
  const hash = await hashPassword(demoPassword)
  for (const officer of [...shown, ...others]) await seedOne(ctx, officer, hash)
}

/** One account for each role, for the terminal. */
export function listDemoAccounts(): readonly { readonly email: string; readonly label: string }[] {
  return shown.map((officer) => ({ email: emailOf(officer), label: `${officer.role} (${officer.office})` }))
}
