import { build } from 'esbuild'

/** Bundles the service into build/tanggap.js; packages stay in node_modules. */
export async function buildProgram(): Promise<void> {
  await build({
    entryPoints: { tanggap: 'src/app/cli.ts' },
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
