import { describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/errors/app-error.js';
import { toStorageError } from '../../../src/storage/storage-failure.js';

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error(code, { cause }), { code });
}

describe('toStorageError', () => {
  it.each([
    ['SQLITE_FULL', 'storage-full'],
    ['53100', 'storage-full'],
    ['SQLITE_BUSY', 'storage-unreachable'],
    ['SQLITE_IOERR_WRITE', 'storage-unreachable'],
    ['57P01', 'storage-unreachable'],
    ['ECONNREFUSED', 'storage-unreachable'],
    ['P1001', 'storage-unreachable'],
    ['SQLITE_CORRUPT', 'storage-damaged'],
    ['SQLITE_NOTADB', 'storage-damaged'],
    ['40P01', 'storage-conflict'],
    ['42601', 'storage-failed'],
  ])('takes %s for %s', (code, expected) => {
    expect(toStorageError(coded(code)).code).toBe(expected);
  });

  it('believes the innermost cause, also the one that Prisma hides in its meta', () => {
    const driver = { cause: { originalCode: 'SQLITE_FULL', kind: 'sqlite' } };
    const outer = Object.assign(coded('P2028'), { meta: { driverAdapterError: driver } });
    expect(toStorageError(outer).code).toBe('storage-full');
    expect(toStorageError(coded('P2010', coded('ECONNRESET'))).code).toBe('storage-unreachable');
  });

  it('leaves its own errors alone and keeps the cause of others', () => {
    const own = new StorageError('storage-full', 'full');
    expect(toStorageError(own)).toBe(own);
    const foreign = new Error('whatever');
    expect(toStorageError(foreign).cause).toBe(foreign);
  });
});
