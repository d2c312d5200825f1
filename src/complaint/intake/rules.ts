/** The face of the intake's pure rules: other capabilities import from here, never from the files behind it. */
export { checkDate, type DateParts, type DateProblem, isLateFiled, readDate } from './rules/dates.ts'
export { limits, type Relation, relations } from './rules/report.ts'
export {
  centralUnits,
  classify,
  type Destination,
  isConduct,
  isRestricted,
  type RoutedCategory,
  type Routing,
  routeReport,
} from './rules/routing.ts'
export { composeTitle } from './rules/title.ts'
