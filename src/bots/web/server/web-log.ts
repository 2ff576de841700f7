/** What the web front end writes to; pino's logger fits. Never pictures, names or descriptions. */
export interface WebLog {
  /** A fault that nobody expected, as `err` among the fields. */
  error(fields: object, message: string): void;
}
