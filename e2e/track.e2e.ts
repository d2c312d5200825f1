import { type Browser, expect, type Page, test } from '@playwright/test'
import { checkAccess } from './access.ts'
import { type Sent, sendReport, signIn } from './officer.ts'

const story = 'Paspor anak saya terlambat tiga minggu di loket contoh.'

async function enter(page: Page, { number, accessCode }: Sent): Promise<void> {
  await page.goto('/lacak')
  await page.getByLabel('Nomor tiket').first().fill(number)
  await page.getByLabel('Kode akses').fill(accessCode)
  await page.getByRole('button', { name: 'Buka laporan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
}

/** The office's part, done by the demo's handler of Bitung. */
async function answer(browser: Browser, { number }: Sent): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'handler.bitung@demo.example')
  await page.goto(`/petugas/cari?q=${number}`)
  const ticket = new URL(page.url()).pathname
  await page.goto(`${ticket}/jawab`)
  const form = page.getByRole('form', { name: 'Jawab laporan' })
  await form.locator('[name=finding]').fill('Berkas tercecer saat pindah ruang.')
  await form.locator('[name=action]').fill('Paspor dicetak ulang hari ini.')
  await form.locator('[name=remedy]').fill('Paspor diantar tanpa biaya.')
  await form.locator('[name=nextStep]').fill('Kurir datang paling lambat Jumat.')
  await form.locator('[name=outcome]').selectOption('substantiated')
  await form.getByRole('button', { name: 'Periksa sebelum dikirim' }).click()
  await page.getByRole('button', { name: 'Kirim jawaban' }).click()
  await expect(page.locator('#main')).toContainText('Jawaban dikirim')
  await context.close()
}

test.describe('without JavaScript and without a mouse', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

  async function tabTo(page: Page, name: string): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      if ((await page.locator(':focus').getAttribute('name')) === name) return
    }
    throw new Error(`no way to ${name} by the Tab key`)
  }

  test('C5: a report is opened, followed and written to by keyboard alone', async ({ page, request }) => {
    const sent = await sendReport(request, { office: 'KANIM-BITUNG', text: story })
    await page.goto('/lacak')
    await tabTo(page, 'number')
    await page.keyboard.type(sent.number.toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Tab')
    await page.keyboard.type(sent.accessCode)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(sent.number)
    await expect(page.getByText('Paling lambat').first()).toBeVisible()
    await tabTo(page, 'body')
    await page.keyboard.type('Ini keterangan tambahan.')
    await tabTo(page, 'files')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Pesan Anda sudah dikirim.')).toBeVisible()
    await expect(page.getByText('Ini keterangan tambahan.')).toBeVisible()
  })

  test('C1: a slip in the number is told by its field, a wrong code without saying what is wrong', async ({ page, request }) => {
    const sent = await sendReport(request, { office: 'KANIM-BITUNG', text: story })
    await page.goto('/lacak')
    await page
      .getByLabel('Nomor tiket')
      .first()
      .fill(`${sent.number.slice(0, -1)}${sent.number.endsWith('0') ? '1' : '0'}`)
    await page.getByRole('button', { name: 'Buka laporan' }).click()
    await expect(page.getByRole('alert')).toContainText('salah ketik')
    await page.getByLabel('Nomor tiket').first().fill(sent.number)
    await page.getByLabel('Kode akses').fill('0000-0000-0000-0000-0000')
    await page.getByRole('button', { name: 'Buka laporan' }).click()
    await expect(page.getByRole('alert')).toContainText('tidak cocok')
  })

  test('the number alone shows the stage; a report can be taken back', async ({ page, request }) => {
    const sent = await sendReport(request, { office: 'KANIM-BITUNG', text: story })
    await page.goto('/lacak')
    await page.getByText('Tidak punya kode akses?').click()
    await page.locator('[name=nomor]').fill(sent.number)
    await page.getByRole('button', { name: 'Lihat tahap saja' }).click()
    await expect(page.getByRole('list', { name: 'Tahap laporan' })).toContainText('Diterima')
    await expect(page.getByText(story)).toHaveCount(0)
    await enter(page, sent)
    await page.getByRole('link', { name: 'Tarik laporan ini' }).click()
    await page.getByRole('button', { name: 'Ya, tarik laporan' }).click()
    await expect(page.getByText('Laporan Anda sudah ditarik.')).toBeVisible()
  })
})

test('H3: after leaving, going back shows nothing of the report', async ({ page, request }) => {
  const sent = await sendReport(request, { office: 'KANIM-BITUNG', text: story })
  await enter(page, sent)
  await expect(page.getByText(story).first()).toBeVisible()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anda sudah keluar')
  await page.goBack()
  await expect(page.getByText(story)).toHaveCount(0)
})

test('C5 C23: every page passes WCAG 2.2 AA in both languages and themes, from entering to judging the answer', async ({
  page,
  request,
  browser,
}) => {
  // A dozen pages, each looked at by axe.
  test.setTimeout(240_000)
  const sent = await sendReport(request, { office: 'KANIM-BITUNG', text: story })
  await answer(browser, sent)
  await enter(page, sent)
  const looks = [
    { language: 'en', colorScheme: 'dark', width: 1280 },
    { language: 'id', colorScheme: 'light', width: 320 },
  ] as const
  const paths = [
    '/lacak',
    `/lacak/tahap?nomor=${sent.number}`,
    '/lacak/tahap?nomor=1',
    '/lacak/pemulihan',
    '/lacak/keluar',
    '/lacak/laporan',
  ]
  for (const { language, colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    for (const path of paths) {
      await page.goto(`/bahasa/${language}?kembali=${encodeURIComponent(path)}`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await checkAccess(page, `${path} ${language} ${colorScheme}`)
    }
  }
  await expect(page.locator('#jawaban')).toContainText('Paspor dicetak ulang hari ini.')
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await checkAccess(page, 'a rating with nothing chosen')
  await page.getByLabel('Ya, sudah selesai').check()
  await page.getByLabel('5: Sangat baik').check()
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await expect(page.getByText('Terima kasih atas penilaian Anda.')).toBeVisible()
  await expect(page.locator('#riwayat')).toContainText('Laporan selesai: masalahnya sudah teratasi')
})
