import { build } from 'esbuild'

/** Bundles the service into build/tanggap.js; packages stay in node_modules. */
export async function buildProgram(): Promise<void> {
  await build({
    // A PDF is opened in a process of its own: a hostile file must not take the service with it.
    entryPoints: { tanggap: 'src/app/cli.ts', 'pdf-process': 'src/platform/files/pdf-process.ts' },
    outdir: 'build',
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
}

if (import.meta.main) await buildProgram()
