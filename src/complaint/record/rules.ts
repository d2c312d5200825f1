/** The face of the record's pure rules: other capabilities import from here, never from the files behind it. */
export { accessCodeSymbols, composeAccessCode, parseAccessCode } from './rules/access-code.ts'
export { apply, fold, type TicketStanding } from './rules/fold.ts'
export { composeNumber, numbersPerYear, parseNumber } from './rules/number.ts'
export {
  canMove,
  isOpen,
  isTicketState,
  movesTo,
  type PublicStage,
  publicStage,
  publicStages,
  type TicketState,
  ticketStates,
  transitions,
} from './rules/states.ts'
