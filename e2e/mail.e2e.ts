import { expect, test } from '@playwright/test'
import { checkAccess } from './access.ts'
import { sendReport, signIn } from './officer.ts'

test('C6: what a complainant is told, in their language and without the code, can be read in the outbox', async ({ page, request }) => {
  // Signing in (Argon2id), two checks of whole pages and waiting for a job add up on a busy machine.
  test.slow()
  const { number, accessCode } = await sendReport(request, {
    text: 'My passport is three weeks late.',
    email: 'demo.mail@demo.example',
    language: 'en',
  })
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'administrator@demo.example')
  const link = page.getByRole('link', { name: `We have received your report ${number}` })
  await expect(async () => {
    await page.goto('/petugas/admin/kotak-keluar')
    await expect(link).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await checkAccess(page, 'outbox')
  await link.click()
  await expect(page.locator('#main')).toContainText('demo.mail@demo.example')
  await expect(page.locator('#main')).toContainText('You will have an answer by')
  await expect(page.locator('#main')).not.toContainText(accessCode)
  await checkAccess(page, 'mail of the outbox')
})

test('the state of a mail stands with its report', async ({ page, request }) => {
  const { number } = await sendReport(request, {
    text: 'My passport is three weeks late.',
    email: 'demo.mail@demo.example',
    language: 'en',
  })
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'handler@demo.example')
  await page.goto(`/petugas/cari?q=${number}`)
  const ticket = new URL(page.url()).pathname
  await expect(async () => {
    await page.goto(`${ticket}/surel`)
    await expect(page.getByRole('row', { name: /Tanda terima/ })).toContainText('Di surat keluar', { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await checkAccess(page, 'mails of a ticket')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an administrator looks at a changed text of a letter, is told what is wrong with it, and changes nothing', async ({ page }) => {
    await signIn(page, 'administrator@demo.example')
    await page.goto('/petugas/admin/surat')
    await page.getByRole('link', { name: 'Ubah Pindah kantor, Bahasa Inggris' }).click()
    await page.getByLabel('Judul').fill('Moved: {number}')
    await page.getByRole('button', { name: 'Lihat contoh' }).click()
    await expect(page.locator('#main')).toContainText('Moved: 26-4839-2075-C')
    await page.getByLabel('Judul').fill('Moved: {nummer}')
    await page.getByRole('button', { name: 'Simpan teks' }).click()
    await expect(page.locator('#main')).toContainText('tidak mengenal isian {nummer}')
    await expect(page.getByLabel('Judul')).toHaveValue('Moved: {nummer}')
    await page.goto('/petugas/admin/surat')
    await expect(page.getByRole('link', { name: 'Ubah Pindah kantor, Bahasa Inggris' })).toHaveText('Teks bawaan')
  })
})

for (const locale of ['id', 'en']) {
  test(`C5: the pages of letters are accessible (${locale})`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width: 360, height: 740 })
    await signIn(page, 'administrator@demo.example')
    await page.goto(`/bahasa/${locale}?kembali=/petugas/admin/surat`)
    await checkAccess(page, 'texts')
    await page.goto('/petugas/admin/surat/receipt/en')
    await checkAccess(page, 'a text')
    await page.locator('[name=subject]').fill('{nummer}')
    await page.locator('main form button').first().click()
    await expect(page.locator('[name=subject]')).toHaveAttribute('aria-invalid', 'true')
    await checkAccess(page, 'a text with a problem')
  })
}
