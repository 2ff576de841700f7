import type { AdoptCommand, AdoptResult } from '../../../game/adopt/adopt.js';
import type { BlendCommand } from '../../../game/editing/blend.js';
import type { AgainCommand, PullCommand, PullResult } from '../../../game/drawing/gacha.js';
import type { ChangeCommand, MorphCommand, VaryCommand } from '../../../game/editing/morph.js';
import type { RedrawCommand, RedrawResult } from '../../../game/drawing/redraw.js';
import type { PortraitReference } from '../../../game/portraits/portrait-reference.js';
import { adoptedLines } from '../../../messages/adopted-lines.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import {
  blendCaption,
  changeCaption,
  faceCaption,
  morphCaption,
  nameOfFace,
  pullCaption,
} from '../../../messages/result-caption.js';
import { styleOf } from '../views/captions.js';
import { sendAnimation, sendPhoto, showPortraits, type Words } from './delivery.js';
import { drawFor } from './drawing.js';
import { button, gridKeyboard, portraitKeyboard, stripKeyboard } from '../views/keyboards.js';

/** Arguments common to every drawing command. */
type Own<Command> = Omit<Command, 'person' | 'where' | 'drawing'>;

/** The use cases that draw, each from a command to its message. They return at once. */
export class DrawResults {
  readonly #context: TelegramContext;

  constructor(context: TelegramContext) {
    this.#context = context;
  }

  /** Draws a wish: a single face with its buttons, or a numbered grid. */
  pull(caller: Caller, own: Own<PullCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await this.#context.game.gacha.pull(command);
        await this.showPull(caller, result, answering(replyTo));
      },
    });
  }

  /** The wish of a pull with fresh luck, for whoever asks. */
  again(caller: Caller, own: Own<AgainCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await this.#context.game.gacha.again(command);
        await this.showPull(caller, result, answering(replyTo));
      },
    });
  }

  /** Posts a pull that is drawn already; resolves when Telegram has it. @throws TelegramRefusal */
  async showPull(
    caller: Caller,
    result: PullResult,
    how: Pick<Words, 'replyTo' | 'isSilent'> = {},
  ): Promise<void> {
    const { portraits, picture, pullId } = result;
    const [first, second] = portraits;
    const keyboard =
      first !== undefined && second === undefined
        ? portraitKeyboard(caller.t, first, { pullId })
        : gridKeyboard(caller.t, portraits, pullId);
    await showPortraits(this.#context, caller, {
      kind: 'pull',
      portraits,
      picture,
      pullId,
      keyboard,
      lines: pullCaption(styleOf(this.#context, caller), result),
      ...how,
    });
  }

  /** The seven steps from before to after, the chosen strength large below; each can be kept. */
  morph(caller: Caller, own: Own<MorphCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await this.#context.game.morphs.morph(command);
        const { portrait, steps, strip } = result;
        const keyboard = stripKeyboard(caller.t, portrait, steps);
        const animate = button(`🎞 ${caller.t('common:action.animate')}`, {
          do: 'animate',
          portraitId: portrait.id,
        });
        await showPortraits(this.#context, caller, {
          kind: 'strip',
          // The large one last, so that a reaction on the post can mean it.
          portraits: [...steps, portrait],
          picture: strip,
          keyboard: [...keyboard, [animate]],
          lines: morphCaption(styleOf(this.#context, caller), result),
          ...answering(replyTo),
        });
      },
    });
  }

  /** A looping GIF there and back. It is no post: its buttons work, reactions on it do not. */
  animate(caller: Caller, own: Own<MorphCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const { portrait, animation } = await this.#context.game.morphs.animate(command);
        await sendAnimation(this.#context, caller.place, {
          picture: animation,
          lines: [faceCaption(caller, portrait)],
          keyboard: portraitKeyboard(caller.t, portrait).slice(0, 2),
          ...answering(replyTo),
        });
      },
    });
  }

  /** The way from a portrait's parent to itself, for the button under a morph. */
  animateToward(caller: Caller, portraitId: string, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async () => {
        const portrait = await this.#context.game.portraits.get(caller.person, portraitId);
        const [parentId] = portrait.parents;
        const reference: PortraitReference = { portraitId: parentId ?? portraitId };
        this.animate(caller, { reference, prompt: { weights: portrait.attributes } }, replyTo);
      },
    });
  }

  /** One wish on up to ten favourites, as one numbered picture. */
  change(caller: Caller, own: Own<ChangeCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await this.#context.game.morphs.change(command);
        const { portraits, picture } = result;
        await this.#showSeveral(caller, {
          portraits,
          picture,
          lines: changeCaption(styleOf(this.#context, caller), result),
          ...answering(replyTo),
        });
      },
    });
  }

  /** Four neighbours, as one numbered picture. */
  vary(caller: Caller, own: Own<VaryCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const { source, portraits, picture } = await this.#context.game.morphs.vary(command);
        const name = nameOfFace(styleOf(this.#context, caller), source);
        const key = `common:vary.${own.amount ?? 'subtle'}`;
        const lines = [caller.t(key, { name })];
        await this.#showSeveral(caller, { portraits, picture, lines, ...answering(replyTo) });
      },
    });
  }

  /** The seven steps from one portrait to another, their child large below; each can be kept. */
  blend(caller: Caller, own: Own<BlendCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await this.#context.game.blends.blend(command);
        const { portrait, steps, strip } = result;
        const family = button(`🌳 ${caller.t('common:action.family')}`, {
          do: 'family',
          portraitId: portrait.id,
        });
        await showPortraits(this.#context, caller, {
          kind: 'strip',
          portraits: [...steps, portrait],
          picture: strip,
          keyboard: [...stripKeyboard(caller.t, portrait, steps), [family]],
          lines: blendCaption(styleOf(this.#context, caller), result),
          ...answering(replyTo),
        });
      },
    });
  }

  /** All faces of a picture file that this game once made, or the one of a share code. */
  redraw(caller: Caller, own: Own<RedrawCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await this.#context.game.redraws.redraw(command);
        const { portrait, portraits, found } = result;
        const told = caller.t(found === 'seen' ? 'common:share.nearest' : 'common:share.redrawn');
        const lines = [portraits.length === 1 ? faceCaption(caller, portrait) : '', told];
        await this.#showFound(caller, result, { lines, ...answering(replyTo) });
      },
    });
  }

  /** The nearest face to the one in a picture, beside three relatives; of an own picture the very face. */
  adopt(caller: Caller, own: Own<AdoptCommand>, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const { messages, game } = this.#context;
        const command = { ...own, person: caller.person, where: caller.where, drawing };
        const result = await game.adoptions.adopt(command);
        const lines = adoptedLines(messages, caller.language, result);
        await this.#showFound(caller, result, { lines, ...answering(replyTo) });
      },
    });
  }

  /** The face found in a picture, or a grid of all. */
  #showFound(
    caller: Caller,
    { portrait, portraits, picture }: RedrawResult | AdoptResult,
    said: Words,
  ): Promise<unknown> {
    const isSingle = portraits.length === 1;
    return showPortraits(this.#context, caller, {
      kind: isSingle ? 'portrait' : 'sheet',
      portraits,
      picture,
      keyboard: isSingle ? portraitKeyboard(caller.t, portrait) : gridKeyboard(caller.t, portraits),
      ...said,
    });
  }

  /** One face alone and large, with its buttons. */
  enlarge(caller: Caller, portraitId: string, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const { portraits } = this.#context.game;
        const portrait = await portraits.get(caller.person, portraitId);
        const wanted = { ...drawing, size: 'large' } as const;
        const picture = await portraits.picture(caller.person, portraitId, wanted);
        await showPortraits(this.#context, caller, {
          kind: 'portrait',
          portraits: [portrait],
          picture,
          isLarge: portrait.canEnlarge === true,
          keyboard: portraitKeyboard(caller.t, portrait, { isLarge: true }),
          lines: [faceCaption(caller, portrait)],
          ...answering(replyTo),
        });
      },
    });
  }

  /** The tree of what a portrait was made of, as a picture; nothing on it can be kept. */
  family(caller: Caller, reference: PortraitReference, replyTo?: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async () => {
        const { person, where, t } = caller;
        const { root, size, picture } = await this.#context.game.families.tree({
          person,
          reference,
          where,
        });
        const name = root.portrait ? nameOfFace(styleOf(this.#context, caller), root.portrait) : '';
        const key = size === 1 ? 'common:family.alone' : 'common:family.title';
        const lines = [t(key, { name })];
        await sendPhoto(this.#context, caller.place, { picture, lines, ...answering(replyTo) });
      },
    });
  }

  async #showSeveral(
    caller: Caller,
    shown: Pick<Parameters<typeof showPortraits>[2], 'portraits' | 'picture' | 'lines' | 'replyTo'>,
  ): Promise<void> {
    const [first, second] = shown.portraits;
    const keyboard =
      first !== undefined && second === undefined
        ? portraitKeyboard(caller.t, first)
        : gridKeyboard(caller.t, shown.portraits);
    await showPortraits(this.#context, caller, { kind: 'neighbours', ...shown, keyboard });
  }
}

function answering(replyTo: number | undefined): { replyTo?: number } {
  return replyTo === undefined ? {} : { replyTo };
}
