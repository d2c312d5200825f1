import { type Browser, expect, type Page, test } from '@playwright/test'
import { generateSync } from 'otplib'
import { checkAccess } from './access.ts'

const demoPassword = 'payung-ungu-lampu-77'
const ownPassword = 'gerobak-ketiga-di-taman'

async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto('/petugas/masuk')
  await page.getByLabel('Alamat email').fill(email)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

function codeOf(secret: string, secondsAhead = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + secondsAhead })
}

type Invited = { readonly name: string; readonly email: string; readonly link: string }

/** An administrator takes somebody in, gives them a role, and hands out the link. */
async function invite(browser: Browser): Promise<Invited> {
  const mark = Math.random().toString(36).slice(2, 8)
  const [name, email] = [`Demo Baru ${mark}`, `baru.${mark}@demo.example`]
  const context = await browser.newContext({ locale: 'id-ID' })
  const page = await context.newPage()
  await signIn(page, 'administrator@demo.example')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Administrasi')
  await page.locator('#main').getByRole('link', { name: 'Petugas', exact: true }).click()
  await page.getByRole('link', { name: 'Tambah petugas' }).click()
  // The list has a field of that name too, which is there until the next page has come.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tambah petugas')
  await page.getByLabel('Nama').fill(name)
  await page.getByLabel('Alamat email').fill(email)
  await page.getByRole('button', { name: 'Simpan dan buat tautan' }).click()
  const link = (await page.locator('#secret').textContent()) ?? ''
  await page.getByRole('link', { name: 'Lanjut ke peran' }).click()
  await page.getByLabel('Tambah kantor').first().selectOption({ label: 'Kantor Imigrasi Bitung' })
  await page.getByRole('checkbox', { name: 'Petugas penangan: Tambah kantor' }).check()
  await page.getByRole('button', { name: 'Simpan peran' }).click()
  await expect(page.getByRole('checkbox', { name: 'Petugas penangan: Kantor Imigrasi Bitung' })).toBeChecked()
  await context.close()
  return { name, email, link }
}

async function choosePassword(page: Page, { link }: Invited): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(ownPassword)
  await page.getByLabel('Ulangi kata sandi baru').fill(ownPassword)
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await expect(page.getByText('Kata sandi disimpan. Silakan masuk.')).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('P2 P4 S4: somebody new chooses a password by link, sets up codes and comes in with one', async ({ page, browser }) => {
      test.setTimeout(120_000)
      const invited = await invite(browser)
      await choosePassword(page, invited)
      await signIn(page, invited.email, ownPassword)
      await expect(page).toHaveURL(/\/petugas$/)

      await page.goto('/petugas/akun')
      await page.getByRole('link', { name: 'Pasang kode dari aplikasi' }).click()
      const secret = ((await page.locator('#totp-secret').textContent()) ?? '').replaceAll(' ', '')
      await page.getByLabel('Kode 6 angka').fill('000000')
      await page.getByLabel('Kata sandi Anda sekarang').fill(ownPassword)
      await page.getByRole('button', { name: 'Pasang', exact: true }).click()
      await expect(page.getByRole('alert')).toContainText('Kode tidak cocok')
      await expect(page.locator('#totp-secret')).toHaveText(/./)
      await page.getByLabel('Kode 6 angka').fill(codeOf(secret))
      await page.getByLabel('Kata sandi Anda sekarang').fill(ownPassword)
      await page.getByRole('button', { name: 'Pasang', exact: true }).click()
      await expect(page.getByText('Kode dari aplikasi sudah terpasang.')).toBeVisible()

      await page.getByRole('button', { name: 'Keluar', exact: true }).click()
      await expect(page.getByText('Anda sudah keluar.')).toBeVisible()
      await page.goto('/petugas/akun')
      await signIn(page, invited.email, ownPassword)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kode dari aplikasi')
      // The code of the next half minute: the present one has been used.
      await page.getByLabel('Kode 6 angka').fill(codeOf(secret, 30))
      await page.getByRole('button', { name: 'Lanjut' }).click()
      await expect(page).toHaveURL(/\/petugas$/)
    })

    test('P3 S4: a wrong password is told by its field; the page one wanted is there after a right one', async ({ page }) => {
      await page.goto('/petugas/akun')
      await expect(page).toHaveURL(/masuk\?kembali=%2Fpetugas%2Fakun/)
      await page.getByLabel('Alamat email').fill('tidak.ada@demo.example')
      await page.getByLabel('Kata sandi').fill('salah-sama-sekali')
      await page.getByRole('button', { name: 'Masuk', exact: true }).click()
      await expect(page.getByRole('alert')).toContainText('tidak cocok')
      await page.getByLabel('Alamat email').fill('auditor@demo.example')
      await page.getByLabel('Kata sandi').fill(demoPassword)
      await page.getByRole('button', { name: 'Masuk', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Akun saya')
    })

    test('L2 L4: the auditor filters the trail and has the chain checked', async ({ page }) => {
      await signIn(page, 'auditor@demo.example')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jejak audit')
      await page.getByLabel('Nama petugas (awalan)').fill('Demo Fajar')
      if (javaScriptEnabled) await page.getByLabel('Nama petugas (awalan)').press('Enter')
      else await page.getByRole('button', { name: 'Terapkan' }).click()
      await expect(page).toHaveURL(/pelaku=Demo\+Fajar/)
      await expect(page.locator('tbody a', { hasText: 'Demo Fajar Auditor' }).first()).toBeVisible()
      await page.getByRole('button', { name: 'Periksa seluruh rantai' }).click()
      await expect(async () => {
        await page.goto('/petugas/jejak')
        await expect(page.getByText('Rantai utuh')).toBeVisible({ timeout: 500 })
      }).toPass({ timeout: 30_000 })
    })
  })
}

test('S3 S5: a device that is ended is out at its next click', async ({ browser }) => {
  test.setTimeout(120_000)
  const invited = await invite(browser)
  const [here, there] = await Promise.all([browser.newPage({ locale: 'id-ID' }), browser.newPage({ locale: 'id-ID' })])
  await choosePassword(here, invited)
  await signIn(there, invited.email, ownPassword)
  await expect(there).toHaveURL(/\/petugas$/)
  await signIn(here, invited.email, ownPassword)
  await here.goto('/petugas/akun')
  await here.getByRole('button', { name: 'Keluarkan semua perangkat lain' }).click()
  await expect(here.getByText('Semua perangkat lain sudah keluar.')).toBeVisible()
  await there.goto('/petugas/akun')
  await expect(there).toHaveURL(/masuk/)
})

test('H3: after signing out, going back shows nothing of the console', async ({ page }) => {
  await signIn(page, 'intake@demo.example')
  await page.goto('/petugas/akun')
  await expect(page.getByText('intake@demo.example')).toBeVisible()
  await page.getByRole('button', { name: 'Keluar', exact: true }).click()
  await expect(page.getByText('Anda sudah keluar.')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('intake@demo.example')).toHaveCount(0)
})

// In Indonesian screens.e2e.ts looks at all of them.
const looks = [['en', { viewport: { width: 360, height: 800 }, colorScheme: 'dark' }]] as const
const pagesOf = {
  administrator: [
    '/petugas/admin',
    '/petugas/admin/kantor?q=jakarta',
    '/petugas/admin/kantor/baru',
    '/petugas/admin/petugas',
    '/petugas/admin/petugas/baru',
    '/petugas/admin/kategori',
    '/petugas/admin/kategori/PSP.06',
    '/petugas/admin/kategori/baru',
    '/petugas/akun',
    '/petugas/akun/kode',
  ],
  auditor: ['/petugas/jejak', '/petugas/jejak?dari=kapan&objek=26-1', '/petugas/jejak?alamat=192.0.2.1'],
} as const

for (const [language, look] of looks) {
  for (const [role, paths] of Object.entries(pagesOf)) {
    test(`C5 K5: pages of the ${role} are accessible (${language}, ${look.viewport.width} px, ${look.colorScheme})`, async ({
      browser,
    }) => {
      test.setTimeout(300_000)
      const context = await browser.newContext({ ...look, locale: 'id-ID', reducedMotion: 'reduce' })
      const page = await context.newPage()
      await page.goto('/petugas/masuk')
      await checkAccess(page, 'sign-in')
      await signIn(page, `${role}@demo.example`)
      await expect(page).not.toHaveURL(/masuk/)
      await page.goto(`/bahasa/${language}?kembali=/petugas/akun`)
      for (const path of paths) {
        await page.goto(path)
        await checkAccess(page, `${role} ${path}`)
      }
      if (role === 'administrator') {
        await page.goto('/petugas/admin/petugas?q=bima')
        await page.locator('tbody a').first().click()
        await expect(page).toHaveURL(/petugas\/[0-9a-f-]{36}/)
        await checkAccess(page, 'one officer')
      }
      await context.close()
    })
  }
}
