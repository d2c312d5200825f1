import { expect, test } from 'vitest'
import { createAdmin } from './create-admin.ts'

// Standard input of a test is no terminal, and each of these is refused before anything is opened.
test.each([
  [{}, '--email is needed'],
  [{ email: 'ibu@desk.example' }, '--name is needed'],
  [{ email: 'ibu', name: 'Ibu Ani' }, "'ibu' is no e-mail address"],
  [{ email: 'ibu@desk.example', name: '  ' }, 'a name is needed'],
])('an administrator is not made of %j', async (options, reason) => {
  await expect(createAdmin(options)).rejects.toThrow(reason)
})
