import type { PersonRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import { LANGUAGES, type Language } from '../../attributes/language.js';
import type { Person, Platform, PlatformPerson } from './person.js';
import { personNotFound } from './person-not-found.js';

/** The people who play. */
export class PersonService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /** Finds or registers; safe when many events of one newcomer arrive at once. */
  async meet({ platform, platformId }: PlatformPerson): Promise<Person> {
    const { storage, clock } = this.#context;
    return toPerson(await storage.people.findOrCreate(platform, platformId, clock()));
  }

  /** Undefined for whoever was never met; nobody is registered. */
  async find({ platform, platformId }: PlatformPerson): Promise<Person | undefined> {
    const record = await this.#context.storage.people.findOn(platform, platformId);
    return record && toPerson(record);
  }

  /** `undefined` goes back to the platform's hint. */
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
