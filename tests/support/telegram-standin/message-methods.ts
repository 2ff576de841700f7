import { ApiRefusal, badRequest } from './api-error.js';
import type { ChatState, ChatWorld, WireMessage } from './chat-world.js';
import { visibleText } from './html.js';
import type { ApiRequest, Parameters } from './read-request.js';

const DELETABLE_S = 48 * 3600;

type Handler = (world: ChatWorld, request: ApiRequest) => Promise<unknown>;

/** The methods that send, change and delete messages. */
export const MESSAGE_METHODS: Readonly<Record<string, Handler>> = {
  sendMessage: (world, { parameters }) => {
    const text = visibleText(String(parameters['text']), parameters['parse_mode']);
    if (text.trim() === '') throw badRequest('message text is empty');
    return post(world, parameters, { text });
  },
  sendPhoto: async (world, { parameters }) =>
    post(world, parameters, {
      photo: await photoOf(world, parameters['photo']),
      ...captionOf(parameters),
    }),
  sendAnimation: (world, { parameters }) =>
    post(world, parameters, {
      animation: { file_id: fileOf(world, 'animation', parameters['animation']) },
      ...captionOf(parameters),
    }),
  sendMediaGroup: async (world, request) => {
    const media = request.parameters['media'] as readonly Parameters[];
    const sent: WireMessage[] = [];
    for (const item of media) {
      const photo = await photoOf(world, attachedOr(request, item['media']));
      sent.push(await post(world, request.parameters, { photo, ...captionOf(item) }));
    }
    return sent;
  },
  sendDocument: (world, { parameters }) =>
    post(world, parameters, {
      document: { file_id: fileOf(world, 'document', parameters['document']) },
      ...captionOf(parameters),
    }),
  editMessageText: (world, { parameters }) =>
    change(world, parameters, {
      text: visibleText(String(parameters['text']), parameters['parse_mode']),
    }),
  editMessageCaption: (world, { parameters }) =>
    change(world, parameters, { caption: undefined, ...captionOf(parameters) }),
  editMessageReplyMarkup: (world, { parameters }) => change(world, parameters, {}),
  editMessageMedia: async (world, request) => {
    const media = request.parameters['media'] as Parameters;
    return change(world, request.parameters, {
      caption: undefined,
      photo: await photoOf(world, attachedOr(request, media['media'])),
      ...captionOf(media),
    });
  },
  deleteMessage: async (world, { parameters }) => {
    const { state, message } = findMessage(world, parameters, 'message to delete not found');
    // Telegram deletes a bot's own messages for so long, and others' where it may.
    const isOld = Date.now() / 1000 - message.date > DELETABLE_S;
    if (isOld && !state.isBotAdmin) throw badRequest("message can't be deleted for everyone");
    state.messages.delete(message.message_id);
    return true;
  },
  deleteMessages: async (world, { parameters }) => {
    const state = writableChat(world, parameters['chat_id']);
    for (const id of parameters['message_ids'] as readonly number[]) state.messages.delete(id);
    return true;
  },
  sendChatAction: async (world, { parameters }) => {
    writableChat(world, parameters['chat_id']);
    return true;
  },
};

/** The chat, where the bot may write there. Throws the refusals that Telegram answers. */
export function writableChat(world: ChatWorld, chatId: unknown): ChatState {
  const state = world.chats.get(Number(chatId));
  if (state === undefined) throw badRequest('chat not found');
  if (state.migratedTo !== undefined) {
    throw new ApiRefusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: state.migratedTo,
    });
  }
  if (state.isStranger) {
    throw new ApiRefusal(403, "Forbidden: bot can't initiate conversation with a user");
  }
  if (state.hasBlockedBot) {
    const isPrivate = state.chat.type === 'private';
    throw new ApiRefusal(
      403,
      isPrivate
        ? 'Forbidden: bot was blocked by the user'
        : `Forbidden: bot was kicked from the ${state.chat.type} chat`,
    );
  }
  return state;
}

function findMessage(
  world: ChatWorld,
  parameters: Parameters,
  otherwise: string,
): { state: ChatState; message: WireMessage } {
  const state = writableChat(world, parameters['chat_id']);
  const message = state.messages.get(Number(parameters['message_id']));
  if (message === undefined) throw badRequest(otherwise);
  if (message.from?.id !== world.bot.id && !state.isBotAdmin) {
    throw badRequest("message can't be edited");
  }
  return { state, message };
}

async function post(
  world: ChatWorld,
  parameters: Parameters,
  content: Readonly<Record<string, unknown>>,
): Promise<WireMessage> {
  const state = writableChat(world, parameters['chat_id']);
  const isPicture = 'photo' in content || 'animation' in content;
  if (isPicture && state.refusesPhotos) {
    throw badRequest('not enough rights to send photos to the chat');
  }
  return world.post(state, world.bot, {
    ...content,
    ...topicOf(state, parameters),
    ...replyOf(state, parameters),
    ...markupOf(parameters),
  });
}

async function change(
  world: ChatWorld,
  parameters: Parameters,
  content: Readonly<Record<string, unknown>>,
): Promise<WireMessage | true> {
  if (parameters['inline_message_id'] !== undefined) return true;
  const { state, message } = findMessage(world, parameters, 'message to edit not found');
  if (content['text'] !== undefined && message.text === undefined) {
    throw badRequest('there is no text in the message to edit');
  }
  const { reply_markup: _, ...rest } = message;
  const changed: WireMessage = { ...rest, ...content, ...markupOf(parameters) };
  if (JSON.stringify(changed) === JSON.stringify({ ...rest, ...markupOf(message) })) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly ' +
        'the same as a current content and reply markup of the message',
    );
  }
  state.messages.set(message.message_id, changed);
  return changed;
}

function topicOf({ topics }: ChatState, parameters: Parameters): Readonly<Record<string, unknown>> {
  const threadId = parameters['message_thread_id'];
  if (threadId === undefined) return {};
  const topic = topics?.get(Number(threadId));
  if (topic === undefined) throw badRequest('message thread not found');
  if (topic === 'closed') throw badRequest('TOPIC_CLOSED');
  return { is_topic_message: true, message_thread_id: threadId };
}

function replyOf(state: ChatState, parameters: Parameters): { reply_to_message?: WireMessage } {
  const reply = parameters['reply_parameters'] as Parameters | undefined;
  const wanted = reply?.['message_id'] ?? parameters['reply_to_message_id'];
  if (wanted === undefined) return {};
  const message = state.messages.get(Number(wanted));
  if (message !== undefined) return { reply_to_message: message };
  const isOptional =
    reply?.['allow_sending_without_reply'] ?? parameters['allow_sending_without_reply'];
  if (isOptional === true) return {};
  throw badRequest('message to be replied not found');
}

function markupOf(parameters: Readonly<Record<string, unknown>>): Parameters {
  const markup = parameters['reply_markup'];
  return markup === undefined ? {} : { reply_markup: markup };
}

function captionOf(parameters: Parameters): { caption?: string } {
  const caption = parameters['caption'];
  if (typeof caption !== 'string' || caption === '') return {};
  return { caption: visibleText(caption, parameters['parse_mode']) };
}

function attachedOr(request: ApiRequest, media: unknown): unknown {
  return request.attachments.get(String(media).replace('attach://', '')) ?? media;
}

async function photoOf(world: ChatWorld, photo: unknown): Promise<WireMessage['photo']> {
  if (photo instanceof Uint8Array) return world.photoSizes(photo);
  const bytes = world.files.get(String(photo));
  if (bytes === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  return [{ file_id: String(photo), width: 256, height: 256 }];
}

function fileOf(world: ChatWorld, kind: string, file: unknown): string {
  if (file instanceof Uint8Array) return world.keepFile(kind, file);
  if (world.files.has(String(file))) return String(file);
  throw badRequest('wrong file identifier/HTTP URL specified');
}
