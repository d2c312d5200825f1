import { type Browser, expect, type Page, test } from '@playwright/test'
import { checkAccess } from './access.ts'
import { type Sent, sendReport, signIn } from './officer.ts'

const handler = 'handler@demo.example'
const manager = 'manager@demo.example'

async function findTicket(page: Page, { number }: Sent): Promise<string> {
  await page.goto(`/petugas/cari?q=${number}`)
  return new URL(page.url()).pathname
}

async function openConsole(browser: Browser, options: Parameters<Browser['newContext']>[0], email: string): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signIn(page, email)
  return page
}

// In Indonesian screens.e2e.ts looks at all of them.
for (const [language, look] of [['en', { viewport: { width: 360, height: 800 }, colorScheme: 'dark' }]] as const) {
  const about = `${language}, ${look.viewport.width} px, ${look.colorScheme}`

  async function enter(browser: Browser): Promise<Page> {
    const page = await openConsole(browser, { ...look, reducedMotion: 'reduce' }, manager)
    await page.goto(`/bahasa/${language}?kembali=/petugas`)
    return page
  }

  test(`C5 K5: every list of the console is accessible (${about})`, async ({ browser }) => {
    test.setTimeout(300_000)
    const page = await enter(browser)
    const lists = [
      '',
      '?bagian=answered',
      '?tenggat=late&kanal=letter',
      '?bagian=closed',
      '/cari?q=loket',
      '/cari?q=zzzz',
      '/beban',
      '/beban?daftar=unassigned',
      '/peringatan',
    ]
    for (const path of [...lists, '/laporan/baru']) {
      await page.goto(`/petugas${path}`)
      await checkAccess(page, path)
    }
    await page.context().close()
  })

  test(`C5 K5: a ticket and every page for a deed on it is accessible (${about})`, async ({ browser, request }) => {
    test.setTimeout(300_000)
    const sent = await sendReport(request, { text: 'Paspor terlambat dan tidak ada kabar dari loket.' })
    const page = await enter(browser)
    const address = (await findTicket(page, sent)).split('?')[0] ?? ''
    for (const path of ['', '/jawab', '/tanya', '/arsipkan', '/pindahkan', '/klasifikasi']) {
      await page.goto(`${address}${path}`)
      await checkAccess(page, path)
    }
    await page.goto(`${address}/jawab`)
    await page.locator('[name=finding]').fill('Berkas tercecer.')
    await page.locator('.composer .btn-primary').click()
    await expect(page.locator('[role=alert]').first()).toBeVisible()
    await checkAccess(page, 'an answer with problems')
    await page.context().close()
  })
}

test('K5: found, opened, taken and answered by keyboard alone', async ({ browser, request }) => {
  test.setTimeout(180_000)
  const sent = await sendReport(request, { text: 'Antrean foto paspor lima jam tanpa kursi.' })
  const page = await openConsole(browser, { viewport: { width: 1280, height: 900 } }, handler)
  const press = (...keys: readonly string[]) =>
    keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const tabTo = async (selector: string) => {
    for (let step = 0; step < 80; step += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`no way to ${selector} by the Tab key`)
  }
  // Until the script has the page, a key goes nowhere.
  await expect(async () => {
    await press('?')
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 })
  }).toPass()
  await press('Escape', '/')
  // A part: the whole number would lead past the list, straight to the ticket.
  await page.keyboard.type(sent.number.slice(0, -2).replaceAll('-', ''))
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hasil pencarian')
  await expect(async () => {
    await press('j')
    await expect(page.locator('[data-key-item]:focus')).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await press('o')
  // The number stands in the list too: what follows belongs on the report's own page.
  await expect(page).toHaveURL(/petugas\/laporan\//)
  await expect(page.locator('[href="#ticket"]')).toHaveCount(1)
  await expect(page.getByText(sent.number).first()).toBeVisible()
  await tabTo('[href="#ticket"]')
  await press('Enter')
  await tabTo('form[action$="/ambil"] button')
  await press('Enter')
  await expect(page.locator('#main')).toContainText('Laporan ini sekarang tugas Anda.')
  await expect(async () => {
    await press('e')
    await expect(page.locator('#answer')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('Kursi ruang foto dipindah tanpa pengganti.')
  for (const [field, text] of [
    ['action', 'Dua puluh kursi dipasang hari ini.'],
    ['remedy', 'Permintaan maaf kepada semua yang berdiri.'],
    ['nextStep', 'Balas di halaman ini bila masih berdiri.'],
  ] as const) {
    await tabTo(`[name=${field}]`)
    await page.keyboard.type(text)
  }
  await tabTo('[name=outcome]')
  await page.keyboard.type('Terbukti')
  await tabTo('form[action$="/jawab/periksa"] button')
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Periksa jawaban')
  await expect(page.locator('#main')).toContainText('Kursi ruang foto dipindah tanpa pengganti.')
  await tabTo('form[action$="/jawab"] button')
  await press('Enter')
  await expect(page.locator('#main')).toContainText('Jawaban dikirim kepada pelapor.')
  await page.context().close()
})

test('K1: a draft comes back where it was written, and a note never as a reply', async ({ browser, request }) => {
  test.setTimeout(120_000)
  const sent = await sendReport(request, { text: 'Loket tiga tutup sebelum waktunya.' })
  const page = await openConsole(browser, { viewport: { width: 1280, height: 900 } }, handler)
  const address = await findTicket(page, sent)
  await page.goto(address)
  await page.getByText('Catatan internal', { exact: true }).first().click()
  await page.locator('#note-body').fill('Petugas loket sedang sakit.')
  await page.getByText('Tanya atau kirim pesan').first().click()
  await page.locator('#write-body').fill('Mohon tunggu kabar kami.')
  await page.reload()
  await expect(page.locator('#note-body')).toHaveValue('Petugas loket sedang sakit.')
  await expect(page.locator('#write-body')).toHaveValue('Mohon tunggu kabar kami.')
  await expect(page.locator('#answer')).toHaveValue('')
  await page.getByText('Catatan internal', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Simpan catatan' }).click()
  await expect(page.locator('.message-note')).toContainText('Petugas loket sedang sakit.')
  await expect(page.locator('#note-body')).toHaveValue('')
  await expect(page.locator('#write-body')).toHaveValue('Mohon tunggu kabar kami.')
  await page.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

  test('C5: a call is registered, and the manager hands it on', async ({ page, browser }) => {
    await signIn(page, manager)
    await page.goto('/petugas/laporan/baru')
    await page.getByLabel('Telepon', { exact: true }).check()
    await page.getByLabel('Kategori').selectOption('PSP.06')
    await page.getByLabel('Apa yang terjadi?').fill('Penelepon mengeluh paspor anaknya terlambat.')
    await page.getByRole('button', { name: 'Catat dan buat nomor' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Laporan dicatat')
    await expect(page.locator('#code')).toContainText(/\w/)
    const number = (await page.locator('#confirmation-number').textContent()) ?? ''
    await page.goto('/petugas/beban?daftar=unassigned')
    await page.getByLabel(`Pilih laporan ${number}`).check()
    const officers = page.getByLabel('Tugaskan kepada')
    const officer = (await officers.locator('option').first().textContent()) ?? ''
    await officers.selectOption({ label: officer })
    await page.getByRole('button', { name: 'Tugaskan yang dipilih' }).click()
    await expect(page.locator('#main')).toContainText('1 laporan ditugaskan.')
    await page.goto(`/petugas/cari?q=${number}`)
    await expect(page.locator('#main')).toContainText(officer)
    await browser.contexts()[0]?.clearCookies()
  })
})
