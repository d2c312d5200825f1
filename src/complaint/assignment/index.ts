/** Teams inside a unit, with those who belong to them. */
export { loadQueues, type Queue } from './read.ts'
