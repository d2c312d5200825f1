import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { build, type OutputFile } from 'esbuild'

/** A program that starts while another builds must not read half a file. */
async function put({ path, contents }: OutputFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.${process.pid}`, contents)
  await rename(`${path}.${process.pid}`, path)
}

/** Bundles the service into build/tanggap.js; packages stay in node_modules. */
export async function buildProgram(): Promise<void> {
  const { outputFiles } = await build({
    // A PDF is opened in a process of its own: a hostile file must not take the service with it.
    entryPoints: { tanggap: 'src/app/cli.ts', 'pdf-process': 'src/platform/files/pdf-process.ts' },
    outdir: 'build',
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
  await Promise.all(outputFiles.map(put))
}

if (import.meta.main) await buildProgram()
