import { buildAssets } from './build-assets.ts'
import { buildProgram } from './build-program.ts'

await Promise.all([buildAssets({}), buildProgram()])
