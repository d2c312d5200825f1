import { Application } from '@hotwired/stimulus'
import '@hotwired/turbo'
import { AutoSubmit } from './controllers/auto-submit.ts'
import { CheckAll } from './controllers/check-all.ts'
import { Confirm } from './controllers/confirm.ts'
import { DraftKeeper, forgetDrafts } from './controllers/draft-keeper.ts'
import { ListKeys } from './controllers/list-keys.ts'
import { Live } from './controllers/live.ts'
import { enhance } from './parts/enhance.ts'

const application = Application.start()
application.register('auto-submit', AutoSubmit)
application.register('check-all', CheckAll)
application.register('confirm', Confirm)
application.register('draft-keeper', DraftKeeper)
application.register('list-keys', ListKeys)
application.register('live', Live)

enhance(document)
// A form that comes back with problems is rendered without a visit, so `turbo:load` alone would miss it.
document.addEventListener('turbo:render', () => {
  enhance(document)
})
document.addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.matches('[data-sign-out]')) forgetDrafts(sessionStorage)
})
