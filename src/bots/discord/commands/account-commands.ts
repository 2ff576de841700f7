import { ButtonStyle, type ChatInputCommandInteraction } from 'discord.js';
import { languageOfTag } from '../../../messages/negotiate-language.js';
import { encodeCustomId } from '../custom-id.js';
import { helpText } from '../help-text.js';
import { button, inRows } from '../post-rows.js';
import { privacyView } from '../privacy-view.js';
import { answering, type Handler } from '../turn.js';

type Command = ChatInputCommandInteraction;

/** Discord takes ten files a message. */
const filesInMessage = 10;
/** Of what Discord takes as one file: room for what a zip adds. */
const exportShare = 0.9;

/** The commands about somebody's own data, and help. */
export const accountCommands: Readonly<Record<string, Handler<Command>>> = {
  privacy: answering('private', async ({ scene, outlet }) => {
    const settings = await scene.bot.game.privacy.settings(scene.person);
    await outlet.show(privacyView(scene, settings));
  }),

  export: answering('private', async ({ scene, outlet }) => {
    const { attachmentLimit } = outlet;
    const { files, portraits } = await scene.bot.game.privacy.export(
      scene.person,
      attachmentLimit === undefined ? {} : { maxBytes: Math.floor(attachmentLimit * exportShare) },
    );
    if (files.length === 0 || portraits === 0) {
      await outlet.show({ content: scene.t('common:export.empty') });
      return;
    }
    const content = scene.t('common:export.ready', { count: portraits });
    for (let start = 0; start < files.length; start += filesInMessage) {
      const some = files.slice(start, start + filesInMessage).map(({ fileName, bytes }) => ({
        name: fileName,
        attachment: Buffer.from(bytes),
      }));
      const message = { content, files: some };
      // Parts arrive in order.
      // oxlint-disable-next-line no-await-in-loop
      await (start === 0 ? outlet.show(message) : outlet.add(message));
    }
  }),

  'forget-me': answering('private', async ({ scene, outlet }) => {
    const { token, favorites } = await scene.bot.game.privacy.requestErasure(scene.person);
    const { t } = scene;
    await outlet.show({
      content: t('common:forget.ask', { count: favorites }),
      rows: inRows([
        button(encodeCustomId('forget', token), t('common:forget.confirm'), ButtonStyle.Danger),
        button(encodeCustomId('cancel'), t('common:action.cancel'), ButtonStyle.Secondary),
      ]),
    });
  }),

  language: answering('private', async ({ scene, outlet, interaction }) => {
    const tag = interaction.options.getString('language') ?? 'auto';
    const chosen = tag === 'auto' ? undefined : languageOfTag(tag);
    const person = await scene.bot.game.people.setLanguage(scene.person, chosen);
    const language = person.language ?? scene.language;
    const key = chosen === undefined ? 'discord:language.auto' : 'discord:language.set';
    await outlet.show({ content: scene.bot.messages.t(language, key) });
  }),

  help: answering('private', async ({ scene, outlet }) => {
    await outlet.show({ content: helpText(scene) });
  }),
};
