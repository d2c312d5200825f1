/** Units, officers, roles, sessions and keys. */

/** Makes an administrator at the central unit, for the command line; refuses a weak password by the rules for administrators (acceptance P2). */
export { type AdministratorProblem, createAdministrator } from './actions/officers.ts'
/** The console's cookie, and who stands behind it or behind an API key; null when nobody does. */
export { officerCookie, resolveApiKey, resolveSession } from './actions/sessions.ts'
/** Officers who may be given tickets of a unit, by name: for choosing who takes one. And the name of the one who has it. */
export { type Colleague, type Holder, loadAddressees, loadColleagues, loadHolders, loadOfficerName } from './read/colleagues.ts'
/** Who holds which role where: for rules that ask whom a ticket must be kept from. */
export { loadMembers, type Member } from './read/members.ts'
/** Who can be given tickets of a unit, with skills, languages and absence, and who trains whom: for rules that share work out or keep it away. */
export { loadTraining, loadWorkers } from './read/work.ts'
export type { Office } from './rules/views.ts'
/** Officers of the demonstration, one for each role and their colleagues; making them again changes nothing. */
export { demoPassword, listDemoAccounts, seedDemoOfficers } from './seed.ts'
/** Units as every capability may know them; ordered by province and name. */
export { loadOffice, loadOfficeByCode, loadOffices, requireOffice } from './store/offices.ts'
