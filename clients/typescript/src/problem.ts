// What the hub says when something is wrong (RFC 9457).
import type { components } from "./generated.js";

export type Problem = components["schemas"]["Problem"];

/** An answer that is not what was asked for. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /** A stable word for the kind of problem, such as `not-found`; empty when it was not the hub that answered. */
  readonly code: string;
  /** Every fault of the query: parameter, code, and what was probably meant. */
  readonly errors: NonNullable<Problem["errors"]>;
  /** Seconds after which it is worth to ask again, when the hub says so. */
  readonly retryAfter: number | undefined;
  /** The whole document, as it came. */
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>, retryAfter?: number) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.type?.split("/").at(-1) ?? "";
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
    this.problem = problem;
  }

  static async of(response: Response): Promise<ProblemError> {
    const told = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
    const problem: unknown = await response.json().catch(() => null);
    return new ProblemError(
      response.status,
      typeof problem === "object" && problem ? problem : {},
      Number.isNaN(told) ? undefined : told,
    );
  }
}
