import type { Frame } from '../../../platform/html.ts'

/** What a rule of time is called where its clock is told of; its id where it has no words. */
export function sayRule({ words: { t, has } }: Frame, ruleId: string): string {
  return has(`deadlines.rule.${ruleId}`) ? t(`deadlines.rule.${ruleId}`) : ruleId
}
