import { expect, type Page, test } from '@playwright/test'
import { checkEveryLook } from './access.ts'

const story = 'Paspor anak saya terlambat tiga minggu. Saya sudah tiga kali datang.'

/** The button that goes on: the first of the form's own. */
function goOn(page: Page): Promise<void> {
  return page.locator('form .button-group button').first().click()
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).check()
  await goOn(page)
}

type Look = (name: string) => Promise<void>

/** A report about an officer, screen by screen; `look` sees each before it is answered, and some again with their problems. */
async function walk(page: Page, look: Look): Promise<void> {
  await page.goto('/lapor')
  await look('kind')
  await goOn(page)
  await expect(page.getByRole('alert')).toBeFocused()
  await look('kind with its problem')
  await choose(page, 'kind', 'complaint')
  await look('topic')
  await choose(page, 'topic', 'staff')
  await look('reason')
  await choose(page, 'reason', 'INT.01')
  await look('signpost')
  await goOn(page)
  await look('office')
  await page.locator('[name=know][value=yes]').check()
  await page.getByRole('combobox').fill('bitung')
  await page.keyboard.press('ArrowDown')
  await look('office with its list')
  await page.keyboard.press('Enter')
  await goOn(page)
  await look('story')
  await page.locator('[name=text]').fill(story)
  await page.locator('[name=reference]').fill('abc/12 x')
  await goOn(page)
  await page.locator('[name=happenedDay]').fill('31')
  await page.locator('[name=happenedMonth]').fill('2')
  await page.locator('[name=happenedYear]').fill('2026')
  await goOn(page)
  await look('time with its problem')
  await page.locator('[name=happenedDay]').fill('28')
  await goOn(page)
  await look('subject')
  await choose(page, 'subject', 'family')
  await look('privacy')
  await page.locator('[name=anonymous]').check()
  await goOn(page)
  await goOn(page)
  await look('contact with its problem')
  await page.locator('[name=email]').fill('demo.rina@contoh.id')
  await goOn(page)
  await page.locator('[name=files]').setInputFiles([{ name: 'surat.docx', mimeType: 'application/x', buffer: Buffer.from('bukan surat') }])
  await page.locator('[name=stay]').click()
  await look('files with a problem')
  await goOn(page)
  await look('check')
  await goOn(page)
  await look('receipt')
}

/** Screens that between them show every component of the form. */
const inDark: ReadonlySet<string> = new Set([
  'kind with its problem',
  'signpost',
  'office with its list',
  'time with its problem',
  'files with a problem',
  'check',
  'receipt',
])

for (const locale of ['id', 'en'] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ viewport: { width: 320, height: 800 }, locale: locale === 'id' ? 'id-ID' : 'en-GB' })

    test('C5: no barrier on the front page and the pages of words', async ({ page }) => {
      test.setTimeout(180_000)
      for (const path of ['/', '/cara-kerja', '/tentang', '/privasi', '/aksesibilitas']) {
        await page.goto(path)
        await checkEveryLook(page, path)
      }
    })

    test('C5: no barrier on any screen of the form, from the first question to the receipt', async ({ page }) => {
      test.setTimeout(600_000)
      await walk(page, (name) => checkEveryLook(page, name, inDark.has(name)))
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
    })
  })
}

test.describe('without JavaScript, by keyboard alone, on a small phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

  async function tabTo(page: Page, name: string): Promise<void> {
    await page.locator(`[name="${name}"]`).first().waitFor()
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      if ((await page.locator(`[name="${name}"]:focus`).count()) > 0) return
    }
    throw new Error(`no way to ${name} by the Tab key`)
  }

  /** The choice at this place of a group, and on by Enter. */
  async function pick(page: Page, name: string, place = 0): Promise<void> {
    await tabTo(page, name)
    await page.keyboard.press('Space')
    for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }

  test('C5 C1: a report is written, checked and sent, and its receipt has number and code', async ({ page }) => {
    test.setTimeout(180_000)
    await page.goto('/')
    await page.getByRole('link', { name: 'Buat laporan' }).focus()
    await page.keyboard.press('Enter')
    await pick(page, 'kind')
    await expect(page).toHaveURL(/topik$/)
    await pick(page, 'topic')
    await pick(page, 'reason', 5)
    await expect(page).toHaveURL(/petunjuk$/)
    await page.getByRole('button', { name: 'Lanjutkan laporan saya' }).focus()
    await page.keyboard.press('Enter')
    await pick(page, 'know', 1)
    await tabTo(page, 'text')
    await page.keyboard.type(story)
    await tabTo(page, 'reference')
    await page.keyboard.press('Enter')
    await tabTo(page, 'happenedAt')
    await page.keyboard.type('Loket 3')
    await page.keyboard.press('Enter')
    await pick(page, 'subject')
    await tabTo(page, 'unidentified')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/berkas$/)
    await tabTo(page, 'stay')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/periksa$/)
    await expect(page.locator('#main')).toContainText(story)
    await expect(page.locator('#main')).toContainText('Loket 3')
    await page.getByRole('button', { name: 'Kirim laporan' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('sudah kami terima')
    await expect(page.locator('#confirmation-number')).toHaveText(/^\d{2}-\d{4}-\d{4}-[0-9A-Z]$/)
    await expect(page.locator('#code')).toHaveText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    await expect(page.locator('#main')).toContainText('Paling lambat')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('#code')).toBeVisible()
    await expect(page.getByText(/^Lacak laporan: http.*\/lacak$/)).toBeVisible()
    // Nothing to press on paper, and no time of printing that is none.
    await expect(page.locator('#main .btn:visible')).toHaveCount(0)
    await expect(page.locator('.print-header')).not.toContainText('dicetak')
  })

  test('C3: advice never traps', async ({ page }) => {
    await page.goto('/lapor')
    await choose(page, 'kind', 'complaint')
    await choose(page, 'topic', 'visa')
    await choose(page, 'reason', 'VSA.05')
    await expect(page.getByRole('link', { name: 'www.imigrasi.go.id' })).toBeVisible()
    await page.getByRole('button', { name: 'Lanjutkan laporan saya' }).click()
    await expect(page).toHaveURL(/kantor$/)
  })
})

test('C6: another language in the middle of a screen loses nothing, and Enter does not change it', async ({ page }) => {
  await page.goto('/lapor')
  await choose(page, 'kind', 'suggestion')
  await choose(page, 'topic', 'passport')
  await choose(page, 'know', 'no')
  await page.locator('[name=text]').fill('Saran yang belum selesai')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What is your suggestion?')
  await expect(page.locator('[name=text]')).toHaveValue('Saran yang belum selesai')
  await page.locator('[name=reference]').press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is this report about?')
})

test.describe('in the first ten seconds', () => {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 900 },
  ])
    test(`the three ways on are seen without scrolling at ${viewport.width} pixels`, async ({ page }) => {
      await page.setViewportSize(viewport)
      for (const language of ['id', 'en']) {
        await page.goto(`/bahasa/${language}?kembali=/`)
        for (const href of ['/lapor', '/lacak', '/cara-kerja']) {
          const box = await page.locator(`#main a.btn[href="${href}"]`).boundingBox()
          expect(box?.height, href).toBeGreaterThanOrEqual(44)
          expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0), `${href} ${language}`).toBeLessThanOrEqual(viewport.height)
        }
      }
    })
})

test('the first page weighs less than 30 KB over the wire, in at most five requests', async ({ page }) => {
  const weights: number[] = []
  page.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => weights.push(responseBodySize + responseHeadersSize))
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(weights.length).toBeLessThanOrEqual(5)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  expect(total).toBeGreaterThan(5_000)
  expect(total).toBeLessThan(30_000)
})
