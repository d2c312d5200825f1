import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar'

export type Browser = {
  readonly executablePath: string
  /** Variables the browser needs beside those of the machine. */
  readonly environment: Readonly<Record<string, string>>
}

const root = resolve(import.meta.dirname, '..')

/** No sandbox, because it refuses to run as root; nothing that calls home. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

async function unpackProgram(archive: string, file: string): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(file))
  await chmod(file, 0o755)
}

async function unpackFolder(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract({ cwd: folder }))
}

/**
 * Unpacks the browser of the npm package `@sparticuz/chromium` once. The package's own unpacking writes to a shared
 * temporary folder and brings the libraries that a bare Debian lacks (libnss3 and its kin) only inside a cloud function.
 */
async function unpackBrowser(): Promise<Browser> {
  if (platform() !== 'linux' || arch() !== 'x64') {
    throw new Error(`no browser found: install one of ${installed.join(', ')} or name it in E2E_BROWSER`)
  }
  const archives = resolve(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  const home = join(root, 'node_modules/.cache/tanggap-browser')
  if (!existsSync(home)) {
    await mkdir(dirname(home), { recursive: true })
    const draft = await mkdtemp(`${home}-`)
    await Promise.all([
      unpackProgram(join(archives, 'chromium.br'), join(draft, 'chromium')),
      unpackFolder(join(archives, 'al2023.tar.br'), draft),
      unpackFolder(join(archives, 'fonts.tar.br'), join(draft, 'fonts')),
      unpackFolder(join(archives, 'swiftshader.tar.br'), draft),
    ])
    await chmod(draft, 0o755)
    // The rename is the moment it counts as whole; when another run was first, its copy is as good.
    await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return {
    executablePath: join(home, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(home, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }),
    },
  }
}

/** The machine's own browser if there is one, else the one that came with the npm packages. */
export async function findBrowser(): Promise<Browser> {
  const wanted = process.env['E2E_BROWSER']
  if (wanted === 'packaged') return unpackBrowser()
  const found = [...(wanted === undefined ? [] : [wanted]), ...installed].find((path) => existsSync(path))
  return found === undefined ? unpackBrowser() : { executablePath: found, environment: {} }
}
