/** The face of the record's pure rules: other capabilities import from here, never from the files behind it. */
export { composeAccessCode, parseAccessCode } from './rules/access-code.ts'
export { groupCategories, nameCategory, parentOf } from './rules/categories.ts'
export { apply, fold, type TicketStanding } from './rules/fold.ts'
export { composeNumber, parseNumber } from './rules/number.ts'
export {
  awaitsAnswer,
  canMove,
  isOpen,
  isTicketState,
  movesTo,
  type PublicStage,
  publicStage,
  publicStages,
  type TicketState,
  ticketStates,
} from './rules/states.ts'
