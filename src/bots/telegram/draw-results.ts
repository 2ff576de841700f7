import type { BlendCommand } from '../../game/drawing/blend.js';
import type { AgainCommand, PullCommand, PullResult } from '../../game/drawing/gacha.js';
import type { ChangeCommand, MorphCommand, VaryCommand } from '../../game/drawing/morph.js';
import type { RedrawCommand } from '../../game/drawing/redraw.js';
import type { Subject } from '../../game/portraits/subject.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { blendCaption, morphCaption, pullCaption } from './captions.js';
import { sendAnimation, sendPhoto, showPortraits } from './delivery.js';
import { drawFor } from './drawing.js';
import { button, gridKeyboard, portraitKeyboard, stripKeyboard } from './keyboards.js';

/** What every drawing command is told beside its own part. */
type Own<Command> = Omit<Command, 'person' | 'where' | 'drawing'>;

/** The use cases that draw, each from a command to its message. They return at once. */
export class DrawResults {
  readonly #parts: BotParts;

  constructor(parts: BotParts) {
    this.#parts = parts;
  }

  /** Draws a wish: a single face with its buttons, or a numbered grid. */
  pull(asker: Asker, own: Own<PullCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        await this.showPull(asker, await this.#parts.game.gacha.pull(command), replyTo);
      },
    });
  }

  /** The wish of a pull with fresh luck, for whoever asks. */
  again(asker: Asker, own: Own<AgainCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        await this.showPull(asker, await this.#parts.game.gacha.again(command), replyTo);
      },
    });
  }

  /** Posts a pull that is drawn already; resolves when Telegram has it. @throws TelegramRefusal */
  async showPull(asker: Asker, result: PullResult, replyTo?: number): Promise<void> {
    const { portraits, picture, pullId } = result;
    const [first, second] = portraits;
    const keyboard =
      first !== undefined && second === undefined
        ? portraitKeyboard(asker.t, first, pullId)
        : gridKeyboard(asker.t, portraits, pullId);
    await showPortraits(this.#parts, asker, {
      kind: 'pull',
      portraits,
      picture,
      pullId,
      keyboard,
      lines: pullCaption(this.#parts, asker, result),
      ...answering(replyTo),
    });
  }

  /** The seven steps from before to after, the chosen strength large below; each can be kept. */
  morph(asker: Asker, own: Own<MorphCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        const result = await this.#parts.game.morphs.morph(command);
        const { portrait, steps, strip } = result;
        const keyboard = stripKeyboard(asker.t, portrait, steps);
        const animate = button(`🎞 ${asker.t('common:action.animate')}`, {
          do: 'animate',
          portraitId: portrait.id,
        });
        await showPortraits(this.#parts, asker, {
          kind: 'strip',
          // The large one last, so that a reaction on the post can mean it.
          portraits: [...steps, portrait],
          picture: strip,
          keyboard: [...keyboard, [animate]],
          lines: morphCaption(this.#parts, asker, result),
          ...answering(replyTo),
        });
      },
    });
  }

  /** A looping GIF there and back. It is no post: its buttons work, reactions on it do not. */
  animate(asker: Asker, own: Own<MorphCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        const { portrait, animation } = await this.#parts.game.morphs.animate(command);
        await sendAnimation(this.#parts, asker.place, {
          picture: animation,
          lines: [this.#parts.game.wording.ofAll(portrait, asker.language)],
          keyboard: portraitKeyboard(asker.t, portrait).slice(0, 2),
          ...answering(replyTo),
        });
      },
    });
  }

  /** The way from a portrait's parent to itself, for the button under a morph. */
  animateToward(asker: Asker, portraitId: string, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async () => {
        const portrait = await this.#parts.game.portraits.get(asker.person, portraitId);
        const [parentId] = portrait.parents;
        const subject: Subject = { portraitId: parentId ?? portraitId };
        this.animate(asker, { subject, wish: { weights: portrait.attributes } }, replyTo);
      },
    });
  }

  /** One wish on up to ten favourites, as one numbered picture. */
  change(asker: Asker, own: Own<ChangeCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        const { portraits, picture } = await this.#parts.game.morphs.change(command);
        const description = own.wish.description ?? '';
        const count = portraits.length;
        await this.#showSeveral(asker, {
          portraits,
          picture,
          lines: [asker.t('common:morph.changed', { count, description })],
          ...answering(replyTo),
        });
      },
    });
  }

  /** Four neighbours, as one numbered picture. */
  vary(asker: Asker, own: Own<VaryCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        const { source, portraits, picture } = await this.#parts.game.morphs.vary(command);
        const name = this.#parts.game.wording.ofAll(source, asker.language);
        const key = `common:vary.${own.amount ?? 'subtle'}`;
        const lines = [asker.t(key, { name })];
        await this.#showSeveral(asker, { portraits, picture, lines, ...answering(replyTo) });
      },
    });
  }

  /** The seven steps from one portrait to another, their child large below; each can be kept. */
  blend(asker: Asker, own: Own<BlendCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        const result = await this.#parts.game.blends.blend(command);
        const { portrait, steps, strip } = result;
        const family = button(`🌳 ${asker.t('common:action.family')}`, {
          do: 'family',
          portraitId: portrait.id,
        });
        await showPortraits(this.#parts, asker, {
          kind: 'strip',
          portraits: [...steps, portrait],
          picture: strip,
          keyboard: [...stripKeyboard(asker.t, portrait, steps), [family]],
          lines: blendCaption(this.#parts, asker, result),
          ...answering(replyTo),
        });
      },
    });
  }

  /** All faces of a picture file that this game once made, or the one of a share code. */
  redraw(asker: Asker, own: Own<RedrawCommand>, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: asker.person, where: asker.where, drawing };
        const { portrait, portraits, picture } = await this.#parts.game.redraws.redraw(command);
        const isSingle = portraits.length === 1;
        const { wording } = this.#parts.game;
        await showPortraits(this.#parts, asker, {
          kind: isSingle ? 'portrait' : 'sheet',
          portraits,
          picture,
          keyboard: isSingle
            ? portraitKeyboard(asker.t, portrait)
            : gridKeyboard(asker.t, portraits),
          lines: [
            isSingle ? wording.ofAll(portrait, asker.language) : '',
            asker.t('common:share.redrawn'),
          ],
          ...answering(replyTo),
        });
      },
    });
  }

  /** The tree of what a portrait was made of, as a picture; nothing on it can be kept. */
  family(asker: Asker, subject: Subject, replyTo?: number): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async () => {
        const { person, where, t, language } = asker;
        const { root, size, picture } = await this.#parts.game.families.tree({
          person,
          subject,
          where,
        });
        const name = root.portrait ? this.#parts.game.wording.ofAll(root.portrait, language) : '';
        const key = size === 1 ? 'common:family.alone' : 'common:family.title';
        const lines = [t(key, { name })];
        await sendPhoto(this.#parts, asker.place, { picture, lines, ...answering(replyTo) });
      },
    });
  }

  async #showSeveral(
    asker: Asker,
    shown: Pick<Parameters<typeof showPortraits>[2], 'portraits' | 'picture' | 'lines' | 'replyTo'>,
  ): Promise<void> {
    const [first, second] = shown.portraits;
    const keyboard =
      first !== undefined && second === undefined
        ? portraitKeyboard(asker.t, first)
        : gridKeyboard(asker.t, shown.portraits);
    await showPortraits(this.#parts, asker, { kind: 'neighbours', ...shown, keyboard });
  }
}

function answering(replyTo: number | undefined): { replyTo?: number } {
  return replyTo === undefined ? {} : { replyTo };
}
