import { ButtonStyle, type ChatInputCommandInteraction } from 'discord.js';
import { languageOfTag } from '../../../messages/negotiate-language.js';
import { encodeCustomId } from '../custom-id.js';
import { helpText } from '../views/help-text.js';
import { button, inRows } from '../views/rows.js';
import { privacyView } from '../views/privacy-view.js';
import { answering, type Handler } from '../events/interaction-context.js';

type Command = ChatInputCommandInteraction;

/** Discord takes ten files a message. */
const filesInMessage = 10;
/** Share of Discord's file limit, leaving room for the zip's own bytes. */
const exportShare = 0.9;

/** The commands about somebody's own data, and help. */
export const accountCommands: Readonly<Record<string, Handler<Command>>> = {
  privacy: answering('private', async ({ caller, target }) => {
    const settings = await caller.context.game.privacy.settings(caller.person);
    await target.show(privacyView(caller, settings));
  }),

  export: answering('private', async ({ caller, target }) => {
    const { attachmentLimit } = target;
    const { files, portraits } = await caller.context.game.privacy.export(
      caller.person,
      attachmentLimit === undefined ? {} : { maxBytes: Math.floor(attachmentLimit * exportShare) },
    );
    if (files.length === 0 || portraits === 0) {
      await target.show({ content: caller.t('common:export.empty') });
      return;
    }
    const content = caller.t('common:export.ready', { count: portraits });
    for (let start = 0; start < files.length; start += filesInMessage) {
      const some = files.slice(start, start + filesInMessage).map(({ fileName, bytes }) => ({
        name: fileName,
        attachment: Buffer.from(bytes),
      }));
      const message = { content, files: some };
      // Parts arrive in order.
      // oxlint-disable-next-line no-await-in-loop
      await (start === 0 ? target.show(message) : target.add(message));
    }
  }),

  'forget-me': answering('private', async ({ caller, target }) => {
    const { token, favorites } = await caller.context.game.privacy.requestErasure(caller.person);
    const { t } = caller;
    await target.show({
      content: t('common:forget.ask', { count: favorites }),
      rows: inRows([
        button(encodeCustomId('forget', token), t('common:forget.confirm'), ButtonStyle.Danger),
        button(encodeCustomId('cancel'), t('common:action.cancel'), ButtonStyle.Secondary),
      ]),
    });
  }),

  language: answering('private', async ({ caller, target, interaction }) => {
    const tag = interaction.options.getString('language') ?? 'auto';
    const chosen = tag === 'auto' ? undefined : languageOfTag(tag);
    const person = await caller.context.game.people.setLanguage(caller.person, chosen);
    const language = person.language ?? caller.language;
    const key = chosen === undefined ? 'discord:language.auto' : 'discord:language.set';
    await target.show({ content: caller.context.messages.t(language, key) });
  }),

  help: answering('private', async ({ caller, target }) => {
    await target.show({ content: helpText(caller) });
  }),
};
