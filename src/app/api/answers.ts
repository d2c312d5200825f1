import { type FieldProblems, json, type Reply, type RouteRequest } from '../../platform/http/route.ts'

/** Problem details (RFC 9457) in the caller's language. `keep` commits what the refusal must remember, such as a wrong try. */
export function answerProblem(
  request: Pick<RouteRequest, 'frame'>,
  problem: {
    readonly status: number
    readonly code: string
    readonly problems?: FieldProblems
    readonly keep?: boolean
    readonly retryAfterSeconds?: number
  },
): Reply {
  const { t, has } = request.frame.words
  const key = `api.problem.${problem.code}`
  const reply = json(
    {
      type: 'about:blank',
      title: t(has(key) ? key : 'api.problem.refused'),
      status: problem.status,
      code: problem.code,
      ...(problem.problems === undefined ? {} : { problems: problem.problems }),
    },
    {
      status: problem.status,
      type: 'application/problem+json',
      ...(problem.retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(problem.retryAfterSeconds) } }),
    },
  )
  return problem.keep === true ? { ...reply, keep: true } : reply
}

export function answerFaults(request: Pick<RouteRequest, 'frame'>, problems: FieldProblems): Reply {
  return answerProblem(request, { status: 422, code: 'fields', problems })
}
