/** The four kinds of file a person may hand in. */
export const allowedTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type AllowedType = (typeof allowedTypes)[number]

/**
 * Why a file was refused. Each has its own sentence for the person who sent it:
 * - `file_empty`: 0 bytes
 * - `file_too_large`: more bytes than allowed
 * - `file_type_not_allowed`: neither JPEG, PNG, WebP nor PDF by its content
 * - `file_name_disagrees`: the end of its name says something else than its content
 * - `file_unreadable`: damaged or cut off
 * - `file_locked`: a PDF that asks for a password
 * - `file_too_many_pixels`: a picture too large to open safely
 * - `file_dangerous`: holds a script, a program, another file, or is two things at once
 */
export const fileProblems = [
  'file_empty',
  'file_too_large',
  'file_type_not_allowed',
  'file_name_disagrees',
  'file_unreadable',
  'file_locked',
  'file_too_many_pixels',
  'file_dangerous',
] as const
export type FileProblem = (typeof fileProblems)[number]

/** 10 MB, the limit of the form; small enough that one file may be held in memory whole. */
export const maxFileBytes = 10 * 1024 * 1024

/** The ending a kept file gets, whatever it was called. */
export const extensions: Readonly<Record<AllowedType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}
