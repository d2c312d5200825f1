import Type from 'typebox'

/** An id as PostgreSQL writes it. */
export const uuidPattern = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
export const uuid = Type.String({ pattern: uuidPattern })
