import { type Browser, expect, type Page, test } from '@playwright/test'
import { checkAccess, checkEveryLook } from './access.ts'
import { type Sent, sendReport, signIn } from './officer.ts'

async function openDesk(browser: Browser, who: string): Promise<Page> {
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await signIn(desk, `${who}@demo.example`)
  return desk
}

/** The complainant's page on a small phone, in the language of the phone. */
async function track(browser: Browser, { number, accessCode }: Sent, locale: 'id-ID' | 'en-GB'): Promise<Page> {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 800 }, locale })).newPage()
  await phone.goto('/lacak')
  await phone.locator('[name=number]').first().fill(number)
  await phone.locator('[name=accessCode]').fill(accessCode)
  await phone.locator('[name=accessCode]').press('Enter')
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(number)
  return phone
}

async function open(desk: Page, title: string): Promise<string> {
  await desk.goto('/petugas/kejadian')
  await desk.getByRole('link', { name: 'Catat kejadian' }).click()
  await desk.getByRole('button', { name: 'Catat', exact: true }).click()
  await expect(desk.getByRole('heading', { name: 'yang perlu diperbaiki' })).toBeVisible()
  await desk.getByLabel('Nama kejadian').fill(title)
  await desk.getByLabel('Apa yang terjadi').fill('Peladen pusat mati dari pukul 8 sampai 15.')
  await checkAccess(desk, 'the form of an event')
  await desk.getByRole('button', { name: 'Catat', exact: true }).click()
  await expect(desk.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  return new URL(desk.url()).pathname
}

const words = {
  Indonesia: ['Peladen mati sehari.', 'Peladen sudah diganti.', 'Antrean baru tanpa biaya.', 'Pilih hari baru sampai Jumat.'],
  Inggris: ['The server was down for a day.', 'It was replaced.', 'A new slot, free of charge.', 'Choose a new day by Friday.'],
} as const

async function propose(desk: Page, event: string, language: keyof typeof words): Promise<void> {
  await desk.goto(event)
  await desk.getByRole('link', { name: new RegExp(`^Tulis +${language}`) }).click()
  for (const [place, label] of ['Temuan', 'Tindakan', 'Pemulihan', 'Langkah berikutnya'].entries())
    await desk.getByLabel(label, { exact: true }).fill(words[language][place] ?? '')
  await desk.getByLabel('Hasil', { exact: true }).selectOption({ label: 'Terbukti' })
  await checkAccess(desk, 'the form of a text')
  await desk.getByRole('button', { name: 'Minta persetujuan' }).click()
  await expect(desk.getByText('Teks menunggu persetujuan orang lain.')).toBeVisible()
}

async function approve(desk: Page, title: string, language: string): Promise<void> {
  await desk.goto('/petugas/penelaahan')
  await desk
    .getByRole('listitem')
    .filter({ hasText: `bahasa ${language}` })
    .getByRole('link', { name: title })
    .click()
  await checkEveryLook(desk, 'a text to approve')
  await desk.setViewportSize({ width: 1280, height: 900 })
  await desk.getByRole('button', { name: 'Setujui dan kirim' }).click()
  await expect(desk.getByText('Teks disetujui; jawaban sedang dikirim.')).toBeVisible()
}

test('C19: many report one event; each is answered in their own language and sees nothing of the others', async ({ browser, request }) => {
  test.setTimeout(180_000)
  const first = await sendReport(request, { text: 'Sistem mati dan kata rahasia saya kenari.', language: 'id' })
  const second = await sendReport(request, { text: 'The system was down, my secret word is magpie.', language: 'en' })
  const handler = await openDesk(browser, 'handler')
  const manager = await openDesk(browser, 'manager')
  const title = `Sistem paspor mati ${first.number}`
  const event = await open(handler, title)

  await handler.getByLabel('Nomor laporan').fill(`${first.number}\n26-0000-0000-0`)
  await handler.getByRole('button', { name: 'Tambahkan', exact: true }).click()
  await expect(handler.getByText('Tidak ada laporan dengan nomor ini')).toBeVisible()
  await checkAccess(handler, 'numbers that do not fit')
  await handler.getByRole('button', { name: 'Tambahkan yang cocok saja' }).click()
  await expect(handler.getByText('Laporan ditambahkan ke kejadian.')).toBeVisible()
  // The other one is suggested, because it came in at that time.
  await handler.getByLabel(second.number, { exact: false }).check()
  await handler.getByRole('button', { name: 'Tambahkan yang dicentang' }).click()
  await expect(handler.getByRole('heading', { name: '2 laporan' })).toBeVisible()
  await expect(handler.getByText('Menunggu, tetapi belum ada teks: Inggris, Indonesia')).toBeVisible()
  await checkEveryLook(handler, 'an event')
  await handler.setViewportSize({ width: 1280, height: 900 })

  await propose(handler, event, 'Indonesia')
  await propose(handler, event, 'Inggris')
  await approve(manager, title, 'Indonesia')
  await approve(manager, title, 'Inggris')
  await expect(async () => {
    await handler.goto(event)
    await expect(handler.getByRole('cell', { name: 'Dijawab' })).toHaveCount(2, { timeout: 500 })
  }).toPass({ timeout: 30_000 })

  const one = await track(browser, first, 'id-ID')
  const other = await track(browser, second, 'en-GB')
  await expect(one.locator('main')).toContainText('Peladen mati sehari.')
  await expect(other.locator('main')).toContainText('The server was down for a day.')
  for (const hidden of ['magpie', second.number, title, 'server was down']) await expect(one.locator('main')).not.toContainText(hidden)
  for (const hidden of ['kenari', first.number, title, 'Peladen mati']) await expect(other.locator('main')).not.toContainText(hidden)
  await checkAccess(one, 'the report that was answered with others')
})
