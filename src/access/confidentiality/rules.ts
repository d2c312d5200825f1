/** The face of the pure rules: how a contact looks, how it is written when two are compared, and how it is covered in a text. */
export { emailPattern, looksLikeEmail, normalizeEmail, normalizePhone } from './rules/contact.ts'
export { maskIdentity } from './rules/masking.ts'
