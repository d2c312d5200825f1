/** The face of the pure rules: how a contact is written when two are compared. */
export { normalizeEmail, normalizePhone } from './rules/contact.ts'
