/** The log of inference; pino's logger fits. Never pictures, names or descriptions. */
export interface InferenceLog {
  /** The model is ready; `fields` say on which runtime and after how long. */
  info(fields: object, message: string): void;
  /** A worker or a connection broke off; it is replaced or dropped without anybody's help. */
  warn(fields: object, message: string): void;
  /** A worker did not start; it is tried again, but until one does, nothing may be drawn. */
  error(fields: object, message: string): void;
}
