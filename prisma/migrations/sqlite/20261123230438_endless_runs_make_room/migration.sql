-- Models after this migration: c9b136c1d8824bac

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_endless_run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" INTEGER NOT NULL,
    "currentFor" INTEGER,
    "pullId" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "language" TEXT,
    "serverId" TEXT,
    "channelId" TEXT,
    "messageId" TEXT,
    "pulled" INTEGER NOT NULL,
    "heldUntil" DATETIME NOT NULL,
    CONSTRAINT "endless_run_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_endless_run" ("account", "channelId", "heldUntil", "id", "language", "messageId", "personId", "pullId", "pulled", "serverId", "slot", "currentFor") SELECT "account", "channelId", "heldUntil", "id", "language", "messageId", "personId", "pullId", "pulled", "serverId", "slot", "personId" FROM "endless_run";
DROP TABLE "endless_run";
ALTER TABLE "new_endless_run" RENAME TO "endless_run";
CREATE UNIQUE INDEX "endless_run_currentFor_key" ON "endless_run"("currentFor");
CREATE INDEX "endless_run_personId_idx" ON "endless_run"("personId");
CREATE INDEX "endless_run_account_idx" ON "endless_run"("account");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
