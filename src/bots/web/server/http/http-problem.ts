/** A request that cannot be served as HTTP, before any game is involved. */
export class HttpProblem extends Error {
  readonly status: number;
  /** Sentence in the `errors` catalogue. */
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
  }
}
