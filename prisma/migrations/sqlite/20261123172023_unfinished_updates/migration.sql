-- Models after this migration: 311d4187aea71040

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_handled_update" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "updateId" TEXT NOT NULL,
    "handledAt" DATETIME NOT NULL,
    "content" TEXT,
    "heldUntil" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("platform", "account", "updateId")
);
INSERT INTO "new_handled_update" ("account", "handledAt", "platform", "updateId") SELECT "account", "handledAt", "platform", "updateId" FROM "handled_update";
DROP TABLE "handled_update";
ALTER TABLE "new_handled_update" RENAME TO "handled_update";
CREATE INDEX "handled_update_handledAt_idx" ON "handled_update"("handledAt");
CREATE INDEX "handled_update_heldUntil_idx" ON "handled_update"("heldUntil");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
