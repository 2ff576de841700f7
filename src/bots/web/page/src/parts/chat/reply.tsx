import type { JSX } from 'preact';
import type { WireFamilyMember, WireReply } from '../../../../wire.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Help } from './help.js';
import { KeptList } from './kept-list.js';
import { Portrait } from '../portraits/portrait.js';
import { PortraitSet, Single } from '../portraits/portrait-set.js';

type ReplyOf<Kind extends WireReply['kind']> = Extract<WireReply, { kind: Kind }>;

/** One answer of the game, each kind in its own way. */
export function Reply({ reply }: { readonly reply: WireReply }): JSX.Element | null {
  switch (reply.kind) {
    case 'pull':
      return <Pull reply={reply} />;
    case 'portraits':
      return <Portraits reply={reply} />;
    case 'strip':
      return (
        <>
          <p class="reply-title">
            {reply.title} <small>{reply.detail}</small>
          </p>
          <PortraitSet
            portraits={reply.steps}
            chosen={reply.chosen}
            notes={reply.notes}
            shape="strip"
          />
        </>
      );
    case 'animation':
      return (
        <Single portrait={reply.portrait} notes={reply.notes} animation={reply.picture}>
          <p class="reply-title">{reply.title}</p>
        </Single>
      );
    case 'favorites':
      return <KeptList first={reply} />;
    case 'favorite':
      return (
        <Single portrait={reply.favorite.portrait}>
          <p class="reply-title">{reply.text}</p>
        </Single>
      );
    case 'family':
      return <Family reply={reply} />;
    case 'privacy':
    case 'export':
    case 'forget':
      return <Personal reply={reply} />;
    case 'cut-off':
      return <CutOff reply={reply} />;
    case 'help':
      return <Help />;
    case 'recent':
    case 'refined':
    case 'walk':
    case 'reworded':
      return null;
    case 'unkept':
    case 'forgotten':
    case 'note':
      return <p class="reply-text">{reply.text}</p>;
  }
}

function Pull({ reply }: { readonly reply: ReplyOf<'pull'> }): JSX.Element {
  const { portraits, notes, pullId } = reply;
  const pull = { id: pullId, count: portraits.length };
  const [only] = portraits;
  return portraits.length === 1 && only !== undefined ? (
    <Single portrait={only} notes={notes} pull={pull} />
  ) : (
    <PortraitSet portraits={portraits} notes={notes} pull={pull} shape="grid" />
  );
}

function Portraits({ reply }: { readonly reply: ReplyOf<'portraits'> }): JSX.Element {
  const { portraits, notes, title } = reply;
  const [only] = portraits;
  if (portraits.length === 1 && only !== undefined) {
    return (
      <Single portrait={only} notes={notes}>
        <p class="reply-title">{title}</p>
      </Single>
    );
  }
  return (
    <>
      <p class="reply-title">{title}</p>
      <PortraitSet portraits={portraits} notes={notes} shape="grid" />
    </>
  );
}

function Personal({
  reply,
}: {
  readonly reply: ReplyOf<'privacy'> | ReplyOf<'export'> | ReplyOf<'forget'>;
}): JSX.Element {
  const say = useSay();
  const game = useGame();
  return (
    <>
      {reply.text.split('\n').map((line) => (
        <p key={line} class="reply-text">
          {line}
        </p>
      ))}
      <div class="actions">
        {reply.kind === 'privacy' && (
          <button
            type="button"
            class="button"
            onClick={() => game.run('privacy', { allowsBlending: !reply.allowsBlending })}
          >
            {say(`common:privacy.${reply.allowsBlending ? 'refuse' : 'allow'}`)}
          </button>
        )}
        {reply.kind === 'export' && <Downloads parts={reply.parts} />}
        {reply.kind === 'forget' && (
          <button
            type="button"
            class="button is-danger"
            onClick={() => game.run('erase-me', { token: reply.token })}
          >
            {say('common:forget.confirm')}
          </button>
        )}
      </div>
    </>
  );
}

function Downloads({ parts }: { readonly parts: number }): JSX.Element {
  const say = useSay();
  return (
    <>
      {Array.from({ length: parts }, (_, at) => at + 1).map((part) => (
        <a key={part} class="button is-primary" href={`api/export?part=${part}`} download="">
          {parts === 1 ? say('web:export.download') : say('web:export.part', { part, parts })}
        </a>
      ))}
    </>
  );
}

function CutOff({ reply }: { readonly reply: ReplyOf<'cut-off'> }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { text, pullId } = reply;
  return (
    <>
      <p class="reply-text">{text}</p>
      <div class="actions">
        <button
          type="button"
          class="button is-primary"
          onClick={() => game.run('endless', { pullId })}
        >
          {say('common:action.goOn')}
        </button>
      </div>
    </>
  );
}

function Family({ reply }: { readonly reply: ReplyOf<'family'> }): JSX.Element {
  return (
    <>
      <p class="reply-title">{reply.title}</p>
      {reply.text !== '' && <p class="reply-text">{reply.text}</p>}
      <div class="family">
        <Member member={reply.root} />
      </div>
    </>
  );
}

function Member({ member }: { readonly member: WireFamilyMember }): JSX.Element {
  return (
    <div class="member">
      {member.parents.length > 0 && (
        <div class="member-parents">
          {member.parents.map((parent) => (
            <Member key={parent.id} member={parent} />
          ))}
        </div>
      )}
      <figure class="member-self">
        {member.portrait && <Portrait portrait={member.portrait} size="thumbnail" />}
        <figcaption>{member.label}</figcaption>
      </figure>
    </div>
  );
}
