import type { PersonRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import { LANGUAGES, type Language } from '../../attributes/language.js';
import type { People, Person, Platform, PlatformPerson } from './person.js';
import { personNotFound } from './person-not-found.js';

/** Knows people by what their platform calls them. */
export class PersonService implements People {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  async meet({ platform, platformId }: PlatformPerson): Promise<Person> {
    const { storage, clock } = this.#context;
    return toPerson(await storage.people.findOrCreate(platform, platformId, clock()));
  }

  async setLanguage(person: Person, language: Language | undefined): Promise<Person> {
    const changed = await this.#context.storage.people.update(person.id, {
      language: language ?? null,
    });
    if (changed) return toPerson(changed);
    throw personNotFound();
  }
}

/** Somebody stored, as the game hands them about. */
export function toPerson({
  id,
  platform,
  platformId,
  language,
  allowsBlending,
}: PersonRecord): Person {
  const known = LANGUAGES.find((candidate) => candidate === language);
  return {
    id,
    platform: platform as Platform,
    platformId,
    allowsBlending,
    ...(known ? { language: known } : {}),
  };
}
