import { type Browser, expect, type Page, test } from '@playwright/test'
import { checkAccess } from './access.ts'
import { type Sent, sendReport, signIn } from './officer.ts'

const story = 'Paspor saya terlambat tiga minggu. Petugas di loket meminta uang.'

async function openDesk(browser: Browser, { number }: Sent): Promise<Page> {
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await signIn(desk, 'handler@demo.example')
  await desk.goto(`/petugas/cari?q=${number}`)
  return desk
}

/** The complainant on a small phone. */
async function openPhone(browser: Browser, { number, accessCode }: Sent): Promise<Page> {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  await phone.goto('/lacak')
  await phone.getByLabel('Nomor tiket').first().fill(number)
  await phone.getByLabel('Kode akses').fill(accessCode)
  await phone.getByRole('button', { name: 'Buka laporan' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(number)
  return phone
}

async function splitOff(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Ambil' }).click()
  await expect(desk.getByText('Laporan ini sekarang tugas Anda.')).toBeVisible()
  await desk.getByText('Tindakan lain').click()
  await desk.getByRole('link', { name: 'Pecah laporan' }).click()
  await expect(desk.getByLabel('Kata-kata pelapor tentang bagian ini')).toHaveValue(story)
  await checkAccess(desk, 'the form of a split')
  await desk.getByLabel('Kata-kata pelapor tentang bagian ini').fill('Petugas di loket meminta banyak uang.')
  await desk.getByRole('combobox', { name: 'Kategori bagian ini' }).fill('pungli')
  await desk.getByRole('option', { name: 'Pungli' }).click()
  await desk.getByLabel('Ringkasan untuk rekan').fill('Uang diminta di loket.')
  await desk.locator('#main').getByRole('button', { name: 'Pecah bagian ini' }).click()
  await expect(desk.getByRole('alert').getByRole('link', { name: 'Ada kata yang tidak berasal dari pelapor' })).toBeVisible()
  await checkAccess(desk, 'the form of a split that came back')
  await desk.getByLabel('Kata-kata pelapor tentang bagian ini').fill('Petugas di loket meminta uang.')
  await desk.locator('#main').getByRole('button', { name: 'Pecah bagian ini' }).click()
  await expect(desk.getByText('di luar penglihatan Anda', { exact: false })).toBeVisible()
  await checkAccess(desk, 'the report that a part came off')
}

test('K3 C5: a report about two matters is split; its complainant opens both, and comes back by a code of its own', async ({
  browser,
  request,
}) => {
  test.setTimeout(150_000)
  const sent = await sendReport(request, { text: story })
  const desk = await openDesk(browser, sent)
  await splitOff(desk)
  const phone = await openPhone(browser, sent)
  await checkAccess(phone, 'the whole')
  await phone.getByRole('button', { name: /^Buka laporan \d\d-/ }).click()
  await expect(phone.getByRole('heading', { level: 1 })).not.toContainText(sent.number)
  await expect(phone.getByText('Petugas di loket meminta uang.')).toBeVisible()
  await expect(phone.getByText('Paspor saya terlambat', { exact: false })).toHaveCount(0)
  await checkAccess(phone, 'the part')
  const part = /\d\d-\d{4}-\d{4}-\w/.exec(await phone.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''
  await phone.getByRole('button', { name: 'Buat kode akses baru' }).click()
  const accessCode = (await phone.locator('#code').innerText()).trim()
  const again = await openPhone(browser, { number: part, accessCode })
  await again.getByRole('button', { name: `Buka laporan ${sent.number}` }).click()
  await expect(again.getByRole('heading', { level: 1 })).toContainText(sent.number)
  for (const page of [desk, phone, again]) await page.context().close()
})
