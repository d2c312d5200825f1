import { enhance } from './parts/enhance.ts'

enhance(document)
