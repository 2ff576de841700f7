import type { Database } from '../database.js';
import { classifyFailure } from '../storage-failure.js';
import type { RemoteFileAddress, RemoteFileStore } from '../storage.js';

/** Platforms' ids of pictures that were uploaded before. */
export class RemoteFileTable implements RemoteFileStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(file: RemoteFileAddress): Promise<string | undefined> {
    const where = { platform_account_portraitId_variant: { ...file } };
    const row = await this.#database.run(({ remoteFile }) => remoteFile.findUnique({ where }));
    return row?.remoteId;
  }

  async save(file: RemoteFileAddress, remoteId: string): Promise<void> {
    const save = this.#database.upsert(({ remoteFile }) =>
      remoteFile.upsert({
        where: { platform_account_portraitId_variant: { ...file } },
        create: { ...file, remoteId },
        update: { remoteId },
      }),
    );
    await save.catch((error: unknown) => {
      if (classifyFailure(error) !== 'reference') throw error;
    });
  }

  async remove(file: RemoteFileAddress): Promise<void> {
    await this.#database.run(({ remoteFile }) => remoteFile.deleteMany({ where: { ...file } }));
  }
}
