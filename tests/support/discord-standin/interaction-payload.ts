import type { Interaction } from './interaction-store.js';
import { channelPayload, memberPayload, messagePayload, userPayload } from './payloads.js';
import { asList, asObject, asText } from './request-body.js';
import type { Json, StandinChannel } from './world.js';

/**
 * Discord's numbers for what somebody did.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Limit of one file, in bytes. */
const usualAttachmentLimit = 10 * 1024 * 1024;

/** A server, the bot's own conversation with somebody, or one of others. */
function contextOf({ guild, isGroup }: StandinChannel): number {
  if (guild !== undefined) return 0;
  return isGroup === true ? 2 : 1;
}

/** The INTERACTION_CREATE payload around `data`. */
export function interactionPayload(given: {
  interaction: Interaction;
  type: number;
  data: Json;
  permissions: bigint;
  botId: string;
}): Json {
  const { interaction, type, data, permissions, botId } = given;
  const { channel, user, source } = interaction;
  const { guild } = channel;
  return {
    id: interaction.id,
    application_id: botId,
    type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: channelPayload(channel),
    locale: user.locale,
    entitlements: [],
    attachment_size_limit: channel.attachmentLimit ?? usualAttachmentLimit,
    app_permissions: String(guild?.hasBot === false ? 0n : channel.botPermissions),
    context: contextOf(channel),
    authorizing_integration_owners: guild?.hasBot === true ? { '0': guild.id } : { '1': user.id },
    ...(guild === undefined
      ? { user: userPayload(user) }
      : {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: memberPayload(user, permissions),
        }),
    ...(source === undefined ? {} : { message: messagePayload(source) }),
  };
}

/**
 * Values of a command's options, by option name; a file or channel stands there by
 * its id.
 */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** The options someone filled in, typed as the registered command says. */
export function commandOptions(
  command: Json,
  filled: { values: OptionValues; sub?: string | undefined; focused?: string },
): Json[] {
  const { values, sub, focused } = filled;
  const known = asList(command['options']);
  const optionOf = (name: string) => {
    const option = known.find((candidate) => candidate['name'] === name);
    if (option === undefined) {
      throw new Error(`/${String(command['name'])} has no option ${name}`);
    }
    return option;
  };
  if (sub !== undefined) {
    return [{ name: sub, type: 1, options: commandOptions(optionOf(sub), { values }) }];
  }
  return Object.entries(values).map(([name, value]) => {
    const isFocused = name === focused;
    const { type } = optionOf(name);
    return { name, value, type, ...(isFocused ? { focused: true } : {}) };
  });
}

/** The submission of a modal, from values by custom_id. */
export function modalSubmission(
  modal: Json,
  values: Readonly<Record<string, string | readonly string[]>>,
): Json {
  const components = asList(modal['components']).flatMap((label, index) => {
    if (label['type'] !== 18) return [];
    const inner = asObject(label['component']);
    const id = String(inner['custom_id']);
    return [
      {
        type: 18,
        id: index + 1,
        component: {
          type: inner['type'],
          id: 100 + index,
          custom_id: id,
          ...answerTo(inner, values[id]),
        },
      },
    ];
  });
  const unknown = Object.keys(values).filter(
    (id) => !components.some((c) => c.component.custom_id === id),
  );
  if (unknown.length > 0) throw new Error(`the modal has no ${unknown.join(', ')}`);
  return { custom_id: modal['custom_id'], components };
}

const singleValueTypes = [4, 21];

/** The default value of an untouched field. */
function answerTo(inner: Json, value: string | readonly string[] | undefined): Json {
  const chosen = asList(inner['options'])
    .filter((option) => option['default'] === true)
    .map((option) => String(option['value']));
  if (singleValueTypes.includes(Number(inner['type']))) {
    const untouched = inner['type'] === 4 ? asText(inner['value']) : (chosen[0] ?? null);
    return { value: value ?? untouched };
  }
  const values = typeof value === 'string' ? [value] : value;
  return { values: values ?? chosen };
}
