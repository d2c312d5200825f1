/** The face of the pure rules: how a contact looks, and how it is written when two are compared. */
export { emailPattern, looksLikeEmail, normalizeEmail, normalizePhone } from './rules/contact.ts'
