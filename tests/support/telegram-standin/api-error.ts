/** A refusal as the Bot API words it. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(status: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.name = 'ApiRefusal';
    this.status = status;
    this.parameters = parameters;
  }
}

/** A 400, "Bad Request: …". */
export function badRequest(description: string): ApiRefusal {
  return new ApiRefusal(400, `Bad Request: ${description}`);
}
