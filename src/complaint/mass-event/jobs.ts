import type { Job } from '../../platform/jobs.ts'
import { type AnswerJob, answerJob, answerPage } from './actions/answer.ts'

/** Gives the approved texts of an event to whoever waits for them, page after page until none is left: there is no limit. */
export const giveAnswers: Job = {
  name: answerJob,
  async run({ transaction, isStopping }, payload) {
    const { eventId } = payload as AnswerJob
    while (!isStopping() && (await transaction((ctx) => answerPage(ctx, eventId))) > 0);
  },
}
