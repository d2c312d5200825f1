import { type Browser, expect, type Page, test } from '@playwright/test'
import { checkAccess } from './access.ts'
import { type Sent, sendReport, signIn } from './officer.ts'

/** An officer at a desk, with the report's page before them. */
async function openDesk(browser: Browser, { number }: Sent): Promise<{ readonly desk: Page; readonly ticket: string }> {
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await signIn(desk, 'handler@demo.example')
  await desk.goto(`/petugas/cari?q=${number}`)
  return { desk, ticket: new URL(desk.url()).pathname }
}

/** The complainant on a small phone without JavaScript. */
async function openPhone(browser: Browser, { number, accessCode }: Sent): Promise<Page> {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })).newPage()
  await phone.goto('/lacak')
  await phone.getByLabel('Nomor tiket').first().fill(number)
  await phone.getByLabel('Kode akses').fill(accessCode)
  await phone.getByRole('button', { name: 'Buka laporan' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(number)
  return phone
}

/** The page as it stands on the phone, by axe, whose clockwork needs scripts: opened once more where they run. */
async function checkPhone(phone: Page, name: string): Promise<void> {
  const browser = phone.context().browser()
  if (browser === null) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, storageState: await phone.context().storageState() })
  const page = await context.newPage()
  await page.goto(phone.url())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(await phone.getByRole('heading', { level: 1 }).innerText())
  await checkAccess(page, name)
  await context.close()
}

async function propose(desk: Page, ticket: string): Promise<void> {
  await desk.goto(`${ticket}/teruskan`)
  await checkAccess(desk, 'the proposal')
  await desk.getByRole('combobox', { name: 'Instansi penerima' }).fill('dukcapil')
  await desk.getByRole('option', { name: 'Dukcapil' }).click()
  await desk.getByLabel('Mengapa bukan wewenang kita').selectOption({ label: 'Layanan kementerian atau lembaga lain' })
  await desk.getByLabel('Nama dan kontak pelapor').check()
  await desk.locator('#main').getByRole('button', { name: 'Kirim', exact: true }).click()
  await expect(desk.getByRole('heading', { name: 'Menunggu persetujuan pelapor untuk Dinas Kependudukan' })).toBeVisible()
  await checkAccess(desk, 'the ticket while its complainant is asked')
}

async function consent(phone: Page): Promise<void> {
  await phone.reload()
  await expect(phone.getByRole('heading', { name: 'Bolehkah laporan Anda diserahkan ke Dinas Kependudukan' })).toBeVisible()
  await checkPhone(phone, 'the report that asks')
  await phone.getByRole('link', { name: 'Baca dan jawab' }).first().click()
  await checkPhone(phone, 'the question')
  await phone.getByRole('button', { name: 'Kirim jawaban' }).click()
  await expect(phone.getByRole('alert').getByRole('link', { name: 'Pilih salah satu jawaban' })).toBeVisible()
  await phone.getByLabel('Ya, tanpa nama, kontak dan berkas saya').check()
  await phone.getByRole('button', { name: 'Kirim jawaban' }).click()
  await expect(phone.getByText('Kami menyerahkan laporan Anda', { exact: false }).first()).toBeVisible()
}

async function handOver(desk: Page, ticket: string): Promise<void> {
  await desk.goto(ticket)
  await desk.getByRole('link', { name: 'Buka penerusan' }).click()
  await expect(desk.getByText('Pelapor setuju tanpa identitas', { exact: false })).toBeVisible()
  await checkAccess(desk, 'what may be handed over')
  const download = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'Unduh PDF' }).click()
  expect((await download).suggestedFilename()).toMatch(/^26-.*\.pdf$/)
  await desk.getByRole('button', { name: 'Sudah diserahkan' }).click()
  await expect(desk.getByText('Penyerahan dicatat.', { exact: false })).toBeVisible()
}

async function acknowledge(desk: Page): Promise<void> {
  await desk.getByLabel('Diterima oleh').fill('Loket pengaduan')
  await desk.getByLabel('Nomor rujukan instansi').fill('DK-17')
  await checkAccess(desk, 'what was handed over')
  await desk.getByRole('button', { name: 'Catat tanda terima' }).click()
  await expect(desk.getByRole('heading', { name: 'Ditangani Dinas Kependudukan' })).toBeVisible()
}

async function giveBack(desk: Page): Promise<void> {
  await desk.getByText('Instansi mengembalikannya').click()
  await desk.getByLabel('Alasan dikembalikan').fill('Akta itu terbit di kota lain.')
  await desk.getByRole('button', { name: 'Catat pengembalian' }).click()
  await expect(desk.getByRole('heading', { name: 'Dikembalikan oleh Dinas Kependudukan' })).toBeVisible()
  await checkAccess(desk, 'what came back')
}

test('C16 C5: no wrong door: proposed, agreed to without JavaScript, handed over, acknowledged, given back', async ({
  browser,
  request,
}) => {
  test.setTimeout(150_000)
  const sent = await sendReport(request, {
    text: 'Akta kelahiran anak saya belum terbit, jadi paspornya tertahan.',
    email: 'kenanga@demo.example',
  })
  const { desk, ticket } = await openDesk(browser, sent)
  const phone = await openPhone(browser, sent)
  const told = async (heading: string) => {
    await phone.goto('/lacak/laporan')
    await expect(phone.getByRole('heading', { name: heading })).toBeVisible()
    await checkPhone(phone, `the report: ${heading}`)
  }
  await propose(desk, ticket)
  await consent(phone)
  await handOver(desk, ticket)
  await told('Laporan Anda sudah diserahkan ke Dinas Kependudukan')
  await desk.goto('/petugas/penerusan')
  await expect(desk.getByRole('row', { name: new RegExp(sent.number) })).toContainText('Menunggu tanda terima')
  await checkAccess(desk, 'the list of what waits')
  await desk.getByRole('link', { name: new RegExp(sent.number) }).click()
  await acknowledge(desk)
  await told('Laporan Anda kini ditangani Dinas Kependudukan')
  await expect(phone.locator('#penerusan')).toContainText('DK-17')
  await giveBack(desk)
  await phone.goto('/lacak/laporan')
  await expect(phone.getByText('Akta itu terbit di kota lain.').first()).toBeVisible()
  await checkPhone(phone, 'the report that came back')
  for (const page of [desk, phone]) await page.context().close()
})
