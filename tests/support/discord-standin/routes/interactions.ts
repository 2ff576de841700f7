import { refusals } from '../api-error.js';
import type { Interaction, InteractionStore } from '../interaction-store.js';
import type { MessageStore } from '../message-store.js';
import { messagePayload } from '../payloads.js';
import { asObject } from '../request-body.js';
import type { StandinMessage } from '../world.js';
import type { RouteEntry, RouteRequest } from './router.js';

interface InteractionRouteParts {
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly announce: (event: string, message: StandinMessage) => void;
}

/** Answers to interactions, and what their tokens allow afterwards. */
export function interactionRoutes(parts: InteractionRouteParts): RouteEntry[] {
  const { interactions, messages, announce } = parts;
  const webhook = '/webhooks/:application/:token';
  const target = ({ params }: RouteRequest) => {
    const interaction = interactions.alive(params['token'] ?? '');
    return { interaction, message: findMessage(interaction, params['message'] ?? '@original') };
  };
  return [
    {
      method: 'POST',
      template: '/interactions/:interaction/:token/callback',
      handle: ({ params, json, files, query }) => {
        const interaction = interactions.answer(params['token'] ?? '', asObject(json), files);
        const { original } = interaction;
        if (original !== undefined) announce('MESSAGE_CREATE', original);
        if (query.get('with_response') !== 'true') return undefined;
        return {
          interaction: { id: interaction.id, type: 2 },
          ...(original === undefined
            ? {}
            : { resource: { type: interaction.answered, message: messagePayload(original) } }),
        };
      },
    },
    {
      method: 'POST',
      template: webhook,
      handle: ({ params, json, files }) => {
        const interaction = interactions.alive(params['token'] ?? '');
        const message = interactions.followUp(interaction, asObject(json), files);
        announce('MESSAGE_CREATE', message);
        return messagePayload(message);
      },
    },
    {
      method: 'GET',
      template: `${webhook}/messages/:message`,
      handle: (request) => messagePayload(target(request).message),
    },
    {
      method: 'PATCH',
      template: `${webhook}/messages/:message`,
      handle: (request) => {
        const { message } = target(request);
        messages.edit(message, asObject(request.json), request.files);
        announce('MESSAGE_UPDATE', message);
        return messagePayload(message);
      },
    },
    {
      method: 'DELETE',
      template: `${webhook}/messages/:message`,
      handle: (request) => {
        const { message } = target(request);
        message.deleted = true;
        announce('MESSAGE_DELETE', message);
        return undefined;
      },
    },
  ];
}

function findMessage(interaction: Interaction, id: string): StandinMessage {
  const message =
    id === '@original' || id === interaction.original?.id
      ? interaction.original
      : interaction.followUps.find((followUp) => followUp.id === id);
  if (message === undefined || message.deleted) throw refusals.unknownMessage();
  return message;
}
