/** Settings of the Discord front end. */
export interface DiscordSettings {
  readonly token: string;
  /** Registers the commands in this one server only, where they change at once. */
  readonly testServerId?: string | undefined;
  /** Another address of Discord's HTTP API, such as a proxy's; without the version. */
  readonly apiUrl?: string | undefined;
}
