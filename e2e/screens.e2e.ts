import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { accessMatrix } from '../test/access-matrix.ts'
import { checkEveryLook } from './access.ts'
import { sendReport, signIn } from './officer.ts'

const roles = ['handler', 'intake', 'manager', 'compliance', 'administrator', 'auditor'] as const
type Role = (typeof roles)[number]

/** Answered with something else than a page, or only to who holds a secret link. */
const noScreen = /\/(siaran|ekspor|berkas\/:file|kode|masuk)$|\.(pdf|zip|csv)$|:token/
const unmade: readonly string[] = [
  '/petugas/akun/kunci/:id/cabut', // nobody of the demo has a key
  '/petugas/templat/:id', // the demo has no template
  '/petugas/massal/:id', // made by a press on many reports
  '/petugas/admin/pembagian/:id', // the demo has no rule of assignment
  '/petugas/admin/antrean/:id', // nor a team
  '/petugas/kejadian/:id', // the demo has no mass event: looked at in mass-event.e2e.ts
  '/petugas/kejadian/:id/jawaban/:language', // nor a text
  '/petugas/permintaan/:id', // nor a request of another unit
  '/petugas/perbaikan/usul/:id', // nor a proposal
  '/petugas/admin/kotak-keluar/:mailId', // the outbox shows only what could not be sent
]

/** The first role that may open each screen of the console: read from the matrix, so that a new screen is looked at too. */
function listScreens(role: Role): readonly string[] {
  return Object.entries(accessMatrix)
    .filter(([route, allowed]) => roles.find((each) => allowed.includes(each)) === role && route.startsWith('GET /petugas'))
    .map(([route]) => route.slice('GET '.length))
    .filter((path) => !noScreen.test(path) && !unmade.includes(path))
    .sort((a, b) => a.split(':').length - b.split(':').length || a.length - b.length)
}

async function openConsole(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(page, `${role}@demo.example`)
  return page
}

async function findTicket(page: Page, request: APIRequestContext, role: Role): Promise<string | null> {
  const about = role === 'compliance' ? { category: 'INT.01', office: undefined } : {}
  const { number } = await sendReport(request, { ...about, text: 'Menunggu di loket tanpa kabar.' })
  await page.goto(`/petugas/cari?q=${number}`)
  const { pathname } = new URL(page.url())
  return pathname.startsWith('/petugas/laporan/') ? pathname : null
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '(?!baru$|usul$)[^/?]+')}$`)
}

for (const role of roles) {
  test(`K5 C5: every screen that the ${role} is the first to open is accessible, light and dark, from 320 to 1280 px`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(300_000)
    const page = await openConsole(browser, role)
    const ticket = role === 'administrator' || role === 'auditor' ? null : await findTicket(page, request, role)
    const seen = new Set<string>()
    for (const path of listScreens(role)) {
      const address = path.startsWith('/petugas/laporan/:id') ? path.replace('/petugas/laporan/:id', ticket ?? '-') : path
      const found = address.includes(':') ? [...seen].find((href) => toPattern(address).test(href)) : address
      expect(found, `no example of ${path}`).toBeDefined()
      await page.setViewportSize({ width: 1280, height: 800 })
      const response = await page.goto(found ?? '')
      // A deed that does not fit the state is explained on a page of its own.
      expect([200, 409], `${path}: ${response?.status()}`).toContain(response?.status())
      await expect(page.locator('h1'), path).toHaveCount(1)
      await checkEveryLook(page, path)
      for (const href of await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname)))
        seen.add(href)
    }
    await page.context().close()
  })
}
