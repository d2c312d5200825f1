/** Units, officers, roles, sessions and keys. */
export { officerCookie, resolveSession } from './actions.ts'
/** Units as every capability may know them; ordered by province and name. */
export { loadOffice, loadOfficeByCode, loadOffices, type Office } from './store.ts'
