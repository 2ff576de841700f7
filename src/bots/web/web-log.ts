/** What the web front end writes to; pino's logger fits. Never pictures, names or descriptions. */
export interface WebLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
