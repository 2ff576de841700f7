/** What inference writes to; pino's logger fits. Never pictures, names or descriptions. */
export interface InferenceLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
