/** Builds what browsers load: style sheets, scripts, the heading font, the icon. Runs in a few seconds, before every start. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { compile, optimize } from '@tailwindcss/node'
import { Scanner, type SourceEntry } from '@tailwindcss/oxide'
import { build } from 'esbuild'
import subsetFont from 'subset-font'

export type BuildOptions = {
  /** The project's folder. */
  readonly root?: string
  /** Where the files go; `build/assets` under the root when not given. */
  readonly target?: string
}

type Asset = { readonly name: string; readonly content: Buffer }

/** Everything the public's pages are made of; the console's own files stay out, so that their rules do. */
const citizenSources = [
  'src/complaint/{intake,tracking,conversation}/pages/**/*.tsx',
  'src/app/**/pages/**/*.tsx',
  'src/{guidance,voice}/**/pages/**/*.tsx',
  'src/insight/transparency/pages/**/*.tsx',
  'src/ui/**/*.tsx',
] as const
const consoleOnlySources = ['src/ui/console/**', 'src/ui/pages/**', 'src/ui/**/*.test.tsx'] as const
const consoleSources = ['src/**/*.tsx'] as const

/** Headings are in languages with Latin letters; other scripts fall back to the system's own. */
const headingText = [
  String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index)),
  'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜàáâãäåçèéêëìíîïñòóôõöùúûüß–—‘’“”…·•×→←№°«»¿¡',
].join('')

function listSources(root: string, patterns: readonly string[], excluded: readonly string[] = []): SourceEntry[] {
  return [
    ...patterns.map((pattern) => ({ base: root, pattern, negated: false })),
    ...excluded.map((pattern) => ({ base: root, pattern, negated: true })),
  ]
}

async function buildStyles(root: string, entry: string, sources: SourceEntry[]): Promise<string> {
  const base = join(root, 'src/ui/styles')
  const compiler = await compile(await readFile(join(base, entry), 'utf8'), { base, onDependency: () => undefined })
  const css = compiler.build(new Scanner({ sources }).scan())
  return optimize(css, { file: entry, minify: true }).code
}

async function buildScript(root: string, name: string, target: string): Promise<Asset> {
  const result = await build({
    entryPoints: [join(root, 'src/ui/browser', `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target,
    legalComments: 'none',
    write: false,
  })
  const [file] = result.outputFiles
  if (!file) throw new Error(`esbuild wrote nothing for ${name}`)
  return { name: `${name}.js`, content: Buffer.from(file.contents) }
}

async function buildHeadingFont(): Promise<Asset> {
  const path = createRequire(import.meta.url).resolve('@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff2')
  return { name: 'heading.woff2', content: await subsetFont(await readFile(path), headingText, { targetFormat: 'woff2' }) }
}

function hashName({ name, content }: Asset): string {
  const { name: stem, ext } = parse(name)
  return `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`
}

async function writeAsset(target: string, asset: Asset): Promise<string> {
  const file = hashName(asset)
  const path = join(target, file)
  await writeFile(path, asset.content)
  // A font is already compressed by its own format.
  if (file.endsWith('.woff2')) return file
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(asset.content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: asset.content.length },
    }),
    promisify(gzip)(asset.content, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)])
  return file
}

/**
 * Writes hashed, pre-compressed files and `manifest.json` (plain name -> hashed name). Throws when a source does not compile;
 * the files of the last good build are then still there.
 */
export async function buildAssets(options: BuildOptions = {}): Promise<void> {
  const root = options.root ?? join(import.meta.dirname, '..')
  const target = options.target ?? join(root, 'build/assets')
  const [font, citizenScript, consoleScript, favicon, citizenStyles, consoleStyles] = await Promise.all([
    buildHeadingFont(),
    buildScript(root, 'citizen', 'es2020'),
    buildScript(root, 'console', 'es2022'),
    readFile(join(root, 'src/ui/icons/favicon.svg')),
    buildStyles(root, 'citizen.css', listSources(root, citizenSources, consoleOnlySources)),
    buildStyles(root, 'console.css', listSources(root, consoleSources, ['src/ui/**/*.test.tsx'])),
  ])
  const placeFont = (css: string): Buffer => Buffer.from(css.replaceAll('heading.woff2', hashName(font)))
  const assets: readonly Asset[] = [
    font,
    citizenScript,
    consoleScript,
    { name: 'favicon.svg', content: favicon },
    { name: 'citizen.css', content: placeFont(citizenStyles) },
    { name: 'console.css', content: placeFont(consoleStyles) },
  ]
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  const files = await Promise.all(assets.map((asset) => writeAsset(target, asset)))
  const manifest = Object.fromEntries(assets.map(({ name }, index) => [name, files[index]]))
  await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

if (import.meta.main) await buildAssets()
