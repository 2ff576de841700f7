import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WireReply } from '../../../../wire.js';
import type { PageGame } from '../game.js';
import { joinTabs, type KeptEntries, type Tabs } from '../connection/tabs.js';

/** The kept faces, as far as this tab or another of the visitor's has heard. */
export function useKept(
  replied: WireReply | undefined,
): Pick<PageGame, 'kept' | 'noteKept' | 'revision' | 'noteChanged'> {
  const [revision, setRevision] = useState(0);
  const [kept, setKept] = useState<ReadonlyMap<string, number>>(new Map());
  const tabs = useRef<Tabs | undefined>(undefined);
  const noteKept = useCallback(
    (entries: KeptEntries) => setKept((before) => withEntries(before, entries)),
    [],
  );
  const follow = useCallback((entries: KeptEntries) => {
    noteKept(entries);
    setRevision((count) => count + 1);
  }, []);
  useEffect(() => {
    tabs.current = joinTabs(follow);
    return () => tabs.current?.leave();
  }, [follow]);
  const noteChanged = useCallback(
    (entries: KeptEntries = []) => {
      follow(entries);
      tabs.current?.tell(entries);
    },
    [follow],
  );
  const latest = useRef(kept);
  latest.current = kept;
  useEffect(() => {
    switch (replied?.kind) {
      case 'favorite':
        return noteChanged([[replied.favorite.portrait.id, replied.favorite.number]]);
      case 'unkept':
        return noteChanged([[replied.portraitId, undefined]]);
      case 'forgotten':
        return noteChanged([...latest.current.keys()].map((id) => [id, undefined]));
      case 'favorites':
        return noteKept(replied.items.map(({ portrait, number }) => [portrait.id, number]));
      default:
        return undefined;
    }
  }, [replied]);
  return { kept, noteKept, revision, noteChanged };
}

function withEntries(
  before: ReadonlyMap<string, number>,
  entries: KeptEntries,
): ReadonlyMap<string, number> {
  const after = new Map(before);
  for (const [id, number] of entries) {
    if (number === undefined) after.delete(id);
    else after.set(id, number);
  }
  return after;
}
